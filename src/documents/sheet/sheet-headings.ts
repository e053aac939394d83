import { isBlankRow, type SheetRow } from '../../domain/import/import-sheet.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'

/** Whether these are the headings that somebody is looking for. */
export type WantsHeadings = (headings: readonly string[]) => boolean

/** People put a title, a name and a date above their table; further down stands no heading any more. */
const mostTitles = 10

/**
 * The row with the headings: of the first rows that are not blank the one with the headings that are wanted, else the
 * first. Undefined when every row is blank; a refusal when the file breaks before anything was found.
 */
export async function findHeadings<Row extends SheetRow | Refusal>(
  rows: AsyncIterable<Row>,
  isWanted: WantsHeadings,
): Promise<Row | undefined> {
  let first: Row | undefined
  let looked = 0
  for await (const row of rows) {
    if (isRefusal(row)) return first ?? row
    if (isBlankRow(row)) continue
    if (isWanted(row.cells)) return row
    first ??= row
    if (++looked === mostTitles) break
  }
  return first
}
