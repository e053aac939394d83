import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../text/format.ts'
import { api, bodyOf } from '../../api.ts'
import { useLabels } from '../../code-labels.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { ClientFollowUps } from './client-follow-ups.tsx'
import type { ClientInHand } from './client-in-hand.ts'

/** What was asked before, once the person said yes. It is asked anew each time: no device keeps it. */
export const ClientHistory = ({ client }: { client: ClientInHand }) => {
  const { t } = useText('card')
  const [isAllowed, setAllowed] = useState(false)
  if (isAllowed)
    return (
      <>
        <ClientFollowUps clientId={client.id} />
        <AskedBefore client={client} />
      </>
    )
  return (
    <div className="card-part">
      <h2>{t('before.ask')}</h2>
      <p className="card-say">{t('before.say')}</p>
      <div className="card-actions">
        <Button onPress={() => setAllowed(true)}>{t('before.yes')}</Button>
      </div>
    </div>
  )
}

const AskedBefore = ({ client: { id, agreement } }: { client: ClientInHand }) => {
  const { t, language } = useText('card')
  const label = useLabels()
  const { data, error, refetch } = useQuery({
    queryKey: ['client', id, 'history', agreement?.id],
    queryFn: () => bodyOf(api.clients[':id'].history.$get({ param: { id } })),
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <section className="card-part" aria-label={t('before.title')}>
      <h2>{t('before.title')}</h2>
      {data ? null : error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState sentence={t('state.loading')} />
      )}
      {data?.items.length === 0 ? <p>{t('before.nothing')}</p> : null}
      <ol className="card-before">
        {data?.items.map(({ id: request, receivedOn, theme, outcome, organization, isOwn }) => (
          <li key={request}>
            <time dateTime={receivedOn}>{formatDate(language, receivedOn)}</time>
            <strong>{label('theme', theme)}</strong>
            <span>{label('outcome', outcome)}</span>
            {isOwn ? null : <bdi className="card-whose">{organization}</bdi>}
          </li>
        ))}
      </ol>
    </section>
  )
}
