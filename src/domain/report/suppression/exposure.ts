import { type Knowledge, type KnownSum, knowledgeOf, type Secret, type ShownTable } from './known-sums.ts'
import { LinearSpan } from './linear-span.ts'
import { isSmall, type Line, linesOf, type PublicTable, requestsOf, shownFrom } from './publication.ts'

/** The least and the most that the sum of some variables can be, given what is known. */
export type FindBounds = (
  knowledge: Knowledge,
  variables: readonly number[],
) => { readonly least: number; readonly most: number }

/** How many small numbers readers can work out by adding and subtracting rows, parts and periods, or nearly. */
export function countFollowing(table: PublicTable, shown: readonly ShownTable[]): number {
  const knowledge = knowledgeOf(table, shown)
  const span = new LinearSpan(knowledge.variables)
  for (const { variables } of exactSums(knowledge)) span.add(variables)
  const following = knowledge.secrets.filter(({ variables }) => span.knows(variables))
  const narrow = shown.filter((report) => hasNarrowRest(table, report))
  return following.length + narrow.length
}

/**
 * The small numbers that can be one value only, also where that follows from what can not be: a number of requests is
 * never negative, and one that is hidden is not zero.
 */
export function findCertain(
  table: PublicTable,
  shown: readonly ShownTable[],
  findBounds: FindBounds,
): Secret[] {
  const knowledge = knowledgeOf(table, shown)
  return knowledge.secrets.filter(({ variables }) => {
    const { least, most } = findBounds(knowledge, variables)
    return least === most
  })
}

/** What is zero makes each of its variables zero; short sums first, which is cheapest. */
const exactSums = ({ sums }: Knowledge): Pick<KnownSum, 'variables'>[] =>
  sums
    .filter(({ least, most }) => least === most)
    .flatMap(({ variables, most }) =>
      most === 0 ? variables.map((variable) => ({ variables: [variable] })) : [{ variables }],
    )
    .toSorted((a, b) => a.variables.length - b.variables.length)

/**
 * Where all but some lines of a sum are shown, the rest is shown too: where a small number is in it, it must be large
 * enough itself, of two lines at least, and not one for each.
 */
function hasNarrowRest(table: PublicTable, { months, hidden }: ShownTable): boolean {
  const lines = linesOf(table).filter((line) => requestsOf(line, months) > 0)
  const isSum = (parent: string | undefined) => (parent === undefined ? table.addsUp : !hidden.has(parent))
  const sums = [...Map.groupBy(lines, ({ within }) => within)].filter(([parent]) => isSum(parent))
  return sums.some(([, parts]) => {
    const rest = parts.filter(({ printed, key }) => !printed || hidden.has(key))
    const requests = (line: Line) => requestsOf(line, months)
    if (!rest.some((line) => isSmall(requests(line), line.shownFrom))) return false
    const sum = rest.reduce((total, line) => total + requests(line), 0)
    return rest.length < 2 || sum < shownFrom || sum === rest.length
  })
}
