import { useLabels } from '../../code-labels.ts'
import type { RefusedVisit } from '../../outbox/outbox-state.ts'
import { useText } from '../../use-text.ts'
import './visit-conflict.css'

/** The same visit as the databank has it and as it stands here, side by side; the guide decides. */
export const VisitConflict = ({ refused: { visit, there } }: { readonly refused: RefusedVisit }) => (
  <div className="visit-conflict">
    <Version of="there" requests={there} />
    <Version of="here" requests={visit.requests} />
  </div>
)

interface VersionProps {
  readonly of: 'there' | 'here'
  readonly requests: readonly {
    readonly id: string
    readonly theme: string
    readonly outcome?: string | undefined
  }[]
}

const Version = ({ of, requests }: VersionProps) => {
  const { t } = useText('refused')
  const { t: ofDesk } = useText('desk')
  const label = useLabels()
  return (
    <section aria-label={t(`visit.${of}`)}>
      <h2>{t(`visit.${of}`)}</h2>
      <ul>
        {requests.map(({ id, theme, outcome = 'not_asked' }) => (
          <li key={id}>
            {ofDesk('askedLine', { theme: label('theme', theme), outcome: label('outcome', outcome) })}
          </li>
        ))}
      </ul>
    </section>
  )
}
