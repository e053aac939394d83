import type { ReactNode } from 'react'
import './page-header.css'

/** Every page begins the same way: what it is, and at the end of the line what you can do here. */
export const PageHeader = ({
  title,
  lead,
  actions,
}: {
  title: string
  lead?: string
  actions?: ReactNode
}) => (
  <header className="page-header">
    <div>
      <h1>{title}</h1>
      {lead ? <p className="page-lead">{lead}</p> : null}
    </div>
    {actions ? <div className="page-actions">{actions}</div> : null}
  </header>
)
