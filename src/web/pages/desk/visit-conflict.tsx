import { useLabels } from '../../code-labels.ts'
import type { RefusedVisit, RequestThere } from '../../outbox/outbox-state.ts'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import './visit-conflict.css'

/** The same visit as the databank has it and as it stands here, side by side; the guide decides. */
export const VisitConflict = ({ refused: { visit, there } }: { readonly refused: RefusedVisit }) => (
  <div className="visit-conflict">
    <Version of="there" requests={there} />
    <Version of="here" requests={visit.requests.map((request) => ({ ...visit, ...request }))} />
  </div>
)

interface VersionProps {
  readonly of: 'there' | 'here'
  readonly requests: readonly RequestThere[]
}

const Version = ({ of, requests }: VersionProps) => {
  const { t } = useText('refused')
  const { t: ofDesk } = useText('desk')
  const label = useLabels()
  const moment = useMoment()
  const factsOf = ({ actions = [], clientKind, nationality, contactLanguage }: RequestThere) =>
    [
      ...actions.map((action) => label('action', action)),
      ...asked(clientKind, (code) => label('client_kind', code)),
      ...asked(nationality, (code) => label('nationality', code)),
      ...asked(contactLanguage, (code) => label('contact_language', code)),
    ].join(' · ')
  return (
    <section aria-label={t(`visit.${of}`)}>
      <h2>{t(`visit.${of}`)}</h2>
      <ul>
        {requests.map((request) => (
          <li key={request.id}>
            <p>
              {ofDesk('askedLine', {
                theme: label('theme', request.theme),
                outcome: label('outcome', request.outcome ?? 'not_asked'),
              })}
            </p>
            <p>{moment(request.receivedAt)}</p>
            <p>{factsOf(request)}</p>
            {request.tip ? <p dir="auto">{request.tip}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

const asked = (code: string | undefined, name: (code: string) => string): readonly string[] =>
  code === undefined || code === 'not_asked' ? [] : [name(code)]
