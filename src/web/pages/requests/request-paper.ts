import type { ListedRequest } from '../../../contract/help-request.ts'
import { api, bodyOf } from '../../api.ts'
import type { RequestSearch } from '../../search.ts'

/** More rows than this is no longer something to read on paper: some 90 sheets on their side, which a browser lays out in seconds. */
export const mostOnPaper = 2000

interface Asked {
  readonly filter: RequestSearch
  readonly signal: AbortSignal
  readonly onRows: (rows: number) => void
}

/** The rows that come on paper, whatever the list on the screen has of them. */
export async function readPaper({ filter, signal, onRows }: Asked): Promise<readonly ListedRequest[]> {
  const rows: ListedRequest[] = []
  let cursor: string | undefined
  do {
    const query = { ...filter, limit: '200', ...(cursor ? { cursor } : {}) }
    const page = await bodyOf(api.requests.$get({ query }, { init: { signal } }))
    rows.push(...page.items)
    onRows(rows.length)
    cursor = page.next
  } while (cursor && rows.length < mostOnPaper)
  return rows
}
