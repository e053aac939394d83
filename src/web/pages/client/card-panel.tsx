import { useState } from 'react'
import { useText } from '../../use-text.ts'
import { CardSearch } from './card-search.tsx'
import type { ClientPart } from './client-in-hand.ts'
import { ShownCard } from './shown-card.tsx'
import './card.css'

/** The card of whoever sits at the desk: none yet, or this one. */
export const CardPanel = ({ client, onClient, ...visit }: ClientPart) => {
  const { t } = useText('desk')
  const [newest, setNewest] = useState<string>()
  return (
    <section className="card-panel" aria-label={t('card')}>
      {client ? (
        <ShownCard
          key={client.id}
          client={client}
          isNew={client.id === newest}
          onClient={onClient}
          {...visit}
        />
      ) : (
        <CardSearch
          onClient={onClient}
          onLinked={(linked) => {
            setNewest(linked.id)
            onClient(linked)
          }}
        />
      )}
    </section>
  )
}
