import type { ReactNode } from 'react'

interface SectionProps {
  readonly title: string
  readonly lead?: string
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** One part of the page: what it is, at the end of the line what you can do, then what there is. */
export const Section = ({ title, lead, action, children }: SectionProps) => (
  <section className="member-section">
    <div className="member-section-head">
      <div>
        <h2>{title}</h2>
        {lead ? <p className="member-lead">{lead}</p> : null}
      </div>
      {action}
    </div>
    {children}
  </section>
)
