import { sql } from 'kysely'
import type { Tx } from '../database.ts'

export interface NameInList {
  readonly field: 'desk' | 'guide' | 'organization'
  readonly id: string
  readonly name: string
}

/** What the list calls its desks, guides and organisations; retired and disabled ones too. */
export async function listNames(tx: Tx): Promise<NameInList[]> {
  const { rows } = await sql<NameInList>`
    select 'desk' as field, id, name from desk union all select 'guide', id, name from member
    union all select 'organization', id, name from organization`.execute(tx)
  return rows
}

const batchSize = 20_000

/**
 * What the requests that the actor sees say where they were sent and as a tip, from the request after `after` on; each
 * text at least once. Single requests that were handed over from another organisation are left out.
 */
export async function* readTexts(tx: Tx, after: string | null) {
  let last = after
  while (true) {
    const { rows } = await sql<{
      lastId: string | null
      texts: string[]
    }>`select last_id as "lastId", texts from request_texts(${last}::uuid, ${batchSize}::int)`.execute(tx)
    const [batch] = rows
    if (!batch?.lastId) return
    last = batch.lastId
    yield { last, texts: batch.texts }
  }
}
