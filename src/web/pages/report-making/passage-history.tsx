import { useQuery } from '@tanstack/react-query'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import type { Draft, DraftKeeper } from './draft-keeper.ts'
import type { MadeReport } from './pages-query.ts'
import { versionsQuery } from './texts-query.ts'
import { wordChanges } from './word-changes.ts'

interface PassageHistoryProps {
  readonly report: MadeReport
  readonly draft: Draft
  readonly keeper: DraftKeeper
}

/** What a text said before, newest first, each one press away from being the text again. */
export const PassageHistory = ({ report, draft, keeper }: PassageHistoryProps) => {
  const { t } = useText('making')
  const moment = useMoment()
  const { passage, version } = draft.saved
  const { data, error, refetch } = useQuery(versionsQuery(report, passage, version))
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingState sentence={t('state.loading')} />
  if (data.length === 0) return <p>{t('noHistory')}</p>
  return (
    <ol className="passage-versions">
      {data.map((item, at) => (
        <li key={item.version}>
          <strong>{t('kept', { moment: moment(item.editedAt), who: item.editedBy })}</strong>
          <p className="passage-side">
            {item.body === '' ? t('stateProposed') : null}
            <ChangedText before={data[at + 1]?.body} after={item.body} />
          </p>
          {item.body === draft.body ? null : (
            <Button onPress={() => keeper.write(passage, { body: item.body, state: 'proposed' })}>
              {t('restore')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}

/** A text with what came and went since the one before it; the first text is new as a whole, and not marked. */
const ChangedText = ({ before, after }: { readonly before: string | undefined; readonly after: string }) => {
  const { t } = useText('making')
  if (before === undefined) return after
  return wordChanges(before, after).map(({ kind, text }, at) => {
    const key = `${at} ${kind}`
    if (kind === 'same') return <span key={key}>{text}</span>
    const Mark = kind === 'added' ? 'ins' : 'del'
    return (
      <Mark key={key}>
        <span className="visually-hidden">{t(`change.${kind}`)}</span>
        {text}
      </Mark>
    )
  })
}
