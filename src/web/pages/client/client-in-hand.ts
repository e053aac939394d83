import type { Client, ClientCard } from '../../../contract/client-card.ts'

/** Whose card lies on the desk, as far as a visit needs it; it survives with the visit's draft. */
export interface ClientInHand extends Pick<Client, 'kind' | 'agreement' | 'hasFile'> {
  readonly id: string
  /** Null where it came back with a visit that was refused. */
  readonly card: Pick<ClientCard, 'id' | 'pictures'> | null
}

/** What is shown of whoever sits at the desk, and who it is from now on. */
export interface ClientPart {
  readonly client: ClientInHand | null
  readonly onClient: (client: ClientInHand | null) => void
  /** Of the visit that is being noted: for whom, and in which language. */
  readonly clientKind: string
  readonly contactLanguage: string
}
