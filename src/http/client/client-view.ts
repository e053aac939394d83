import type { Client as ClientAnswer } from '../../contract/client-card.ts'
import type { Agreement, Client } from '../../db/client/client-store.ts'

export const clientView = ({ id, kind, agreement, hasFile }: Client): ClientAnswer => ({
  id,
  kind,
  agreement: agreement && agreementView(agreement),
  hasFile,
})

export const agreementView = ({ id, endsAt }: Agreement) => ({ id, endsAt: endsAt.toISOString() })
