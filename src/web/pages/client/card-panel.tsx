import { useState } from 'react'
import { CardSearch } from './card-search.tsx'
import type { ClientPart } from './client-in-hand.ts'
import { ShownCard } from './shown-card.tsx'
import './card.css'

/** The card of whoever sits at the desk: none yet, or this one. */
export const CardPanel = ({ client, onClient, ...visit }: ClientPart) => {
  const [newest, setNewest] = useState<string>()
  return (
    <div className="card-panel">
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
    </div>
  )
}
