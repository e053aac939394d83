import { sql } from 'kysely'
import type { CodeListName } from '../../domain/code-list/code-list.ts'
import type { Tx } from '../database.ts'

export interface CodeUse {
  readonly list: CodeListName
  readonly code: string
  readonly requests: number
}

interface CountedRow extends Readonly<Partial<Record<CodeListName, string | null>>> {
  readonly sub_theme?: string | null
  readonly actions?: readonly string[] | null
  readonly barriers?: readonly string[] | null
  readonly requests: number
}

/**
 * How many help requests, voided ones left out, hold each code, in one pass over the rows that the actor may see. What
 * the wide row shows is counted, so no sensitive code is among them (docs/decisions/0004-sensitive-codes.md).
 */
export async function countUse(tx: Tx): Promise<CodeUse[]> {
  const { rows } = await sql<CountedRow>`
    select theme, sub_theme, client_kind, asked_by, status, origin, who_did_it, channel, contact_language,
      language_help, outcome, actions, barriers, count(*) as requests
    from help_request
    where voided_at is null
    group by grouping sets ((theme, sub_theme), (client_kind, asked_by), (status, origin), (who_did_it, channel),
      (contact_language, language_help), (outcome), (actions, barriers))`.execute(tx)
  const counts = new Map<string, CodeUse>()
  const add = (list: CodeListName, code: string | null | undefined, requests: number) => {
    if (!code) return
    const key = `${list} ${code}`
    counts.set(key, { list, code, requests: (counts.get(key)?.requests ?? 0) + requests })
  }
  for (const { requests, sub_theme, actions, barriers, ...row } of rows) {
    add('theme', sub_theme, requests)
    for (const action of actions ?? []) add('action', action, requests)
    for (const barrier of barriers ?? []) add('barrier', barrier, requests)
    // because: Object.entries forgets that the columns left are named as their lists
    for (const [list, code] of Object.entries(row)) add(list as CodeListName, code, requests)
  }
  return [...counts.values()]
}
