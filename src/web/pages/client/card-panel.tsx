import { CardSearch } from './card-search.tsx'
import type { ClientPart } from './client-in-hand.ts'
import { ShownCard } from './shown-card.tsx'
import './card.css'

/** The card of whoever sits at the desk: none yet, or this one. */
export const CardPanel = ({ client, onClient, ...visit }: ClientPart) => (
  <div className="card-panel">
    {client ? (
      <ShownCard key={client.id} client={client} onClient={onClient} {...visit} />
    ) : (
      <CardSearch onClient={onClient} />
    )}
  </div>
)
