import { sql } from 'kysely'
import type { HelpRequestId } from '../../domain/id.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import type { Tx } from '../database.ts'
import { prepareQuery } from '../prepared-query.ts'
import { selectRequests } from './request-row-store.ts'

/** What is looked for: a tsquery (domain/request/request-filter.ts; none = everything) and a period. */
export interface Wanted {
  readonly asked?: string | undefined
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
}

/**
 * Every request that the actor may see and matches, newest first, a few thousand at a time. In a transaction that sees
 * one moment, all are as they were then. What somebody said is never beside a sensitive code.
 */
export async function* readHelpRequests(
  tx: Tx,
  { asked, from, to, timeZone }: Wanted & { readonly timeZone: string },
) {
  // Which they are is settled at once; what they say is read as it is asked for.
  await sql`declare found no scroll cursor for select find_requests(${asked ?? null}::tsquery, ${from ?? null}::date,
    ${to ?? null}::date, null, null, null, ${everything}::int) as id`.execute(tx)
  while (true) {
    const { rows } = await sql<{ id: HelpRequestId }>`fetch ${sql.lit(batchSize)} from found`.execute(tx)
    if (rows.length === 0) return
    yield await selectRequests(tx, sql`${timeZone}`)
      .leftJoin('help_request_sensitive as s', (join) =>
        join
          .onRef('s.city_id', '=', 'r.city_id')
          .onRef('s.id', '=', 'r.id')
          .on('s.status', 'is', null)
          .on('s.sub_theme', 'is', null),
      )
      .select(['s.own_words as ownWords', 's.may_quote as mayQuote'])
      .where('r.id', '=', sql<HelpRequestId>`any(${rows.map(({ id }) => id)}::uuid[])`)
      .execute()
  }
}

const everything = 2_147_483_647
const batchSize = 2000

/** How many requests the actor may see and match. */
export async function countHelpRequests(tx: Tx, wanted: Wanted): Promise<number> {
  return countIn((await tx.executeQuery(askCount(tx, wanted))).rows)
}

/** The same as a question that may travel with its actor. */
export const askCount = (tx: Tx, { asked, from, to }: Wanted) =>
  writeCount(tx, { asked: asked ?? null, from: from ?? null, to: to ?? null })

export const countIn = ([row]: readonly { readonly requests: number }[]): number => row?.requests ?? 0

const writeCount = prepareQuery<Record<'asked' | 'from' | 'to', string | null>, { requests: number }>(
  (tx, gap) => {
    const count = sql<number>`count_requests(${gap('asked')}::tsquery, ${gap('from')}::date, ${gap('to')}::date)`
    return tx.selectNoFrom(count.as('requests'))
  },
)
