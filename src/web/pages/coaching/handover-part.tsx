import { HandshakeIcon } from '@phosphor-icons/react/dist/csr/Handshake'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { HandoverCard } from './handover-card.tsx'
import { HandoverDialog } from './handover-dialog.tsx'
import { handoversQuery } from './handover-query.ts'
import './coaching.css'

interface HandoverPartProps {
  readonly requestId: string
  /** Whoever looks after it now. */
  readonly mayOffer: boolean
}

/** On a request: who was asked to follow it up. */
export const HandoverPart = ({ requestId, mayOffer }: HandoverPartProps) => {
  const { t } = useText('coaching')
  const { data, error, refetch } = useQuery(handoversQuery(requestId))
  const [isOpen, setOpen] = useState(false)
  if (!data) return error ? <QueryError error={error} onRetry={() => void refetch()} /> : null
  const isWaiting = data.some(({ acceptedAt, endedAt }) => !acceptedAt && !endedAt)
  const offers = mayOffer && !isWaiting
  if (data.length === 0 && !offers) return null
  return (
    <section className="coaching-part" aria-labelledby="handover-part">
      <h2 id="handover-part">{t('handover.part')}</h2>
      <ul className="coaching-list">
        {data.map((one) => (
          <HandoverCard key={one.id} one={one} isOnRequest />
        ))}
      </ul>
      {offers ? (
        <Button icon={<HandshakeIcon aria-hidden />} onPress={() => setOpen(true)}>
          {t('handover.open')}
        </Button>
      ) : null}
      {isOpen ? <HandoverDialog requestId={requestId} onClose={() => setOpen(false)} /> : null}
    </section>
  )
}
