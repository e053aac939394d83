import type { Month } from '../../local-date.ts'

/** The smallest part of a table that is counted: one code, or one sub-theme of a theme. */
export interface Leaf {
  /** Unique in its table. */
  readonly key: string
  /** The line that it is a part of, where a table has two levels. */
  readonly group: string | undefined
  /** Requests in each month; a month without any may be left out. */
  readonly requests: ReadonlyMap<Month, number>
  /** The only months in which it can have any, where that is known beforehand. */
  readonly months?: readonly Month[]
  /** A smaller number is hidden. */
  readonly shownFrom: number
  /** Nobody prints it, but whoever subtracts may find it: what a theme has besides its sub-themes. */
  readonly unprinted?: boolean
}

/** One field of all that a city publishes, month by month: the numbers that no two reports may contradict. */
export interface PublicTable {
  /** Each request stands in exactly one leaf, so that the leaves add up to the total. */
  readonly addsUp: boolean
  readonly leaves: readonly Leaf[]
  /** The months in which it was counted, where that is not all: a report with any other month does not have it. */
  readonly countedIn?: readonly Month[]
}

/** Whether a report over these months has the field. */
export const isCounted = ({ countedIn }: PublicTable, months: readonly Month[]): boolean =>
  countedIn === undefined || months.every((month) => countedIn.includes(month))

/** By the name of the field. */
export type PublicCube = Readonly<Record<string, PublicTable>>

/** What one published report shows: every line of every table over its months, but those that it hides. */
export interface Publication {
  /** Whole months, in order. */
  readonly months: readonly Month[]
  /** Keys of hidden lines, by the name of the field. */
  readonly hidden: Readonly<Record<string, readonly string[]>>
}

/** A row of a table as readers see it: a leaf, or a group with what is in it. */
export interface Line {
  readonly key: string
  readonly leaves: readonly Leaf[]
  readonly shownFrom: number
  readonly printed: boolean
  /** The lines among which it is one; undefined is the table itself. */
  readonly within: string | undefined
}

/** Numbers from 1 up to and including 4 are hidden everywhere (design: cells of 1–4). */
export const shownFrom = 5

/** Every line of the table, groups first. */
export function linesOf({ leaves }: PublicTable): Line[] {
  const groups = Map.groupBy(
    leaves.filter(({ group }) => group !== undefined),
    ({ group }) => group,
  )
  const ofGroups = [...groups].map(([group, parts]) => ({
    key: group ?? '',
    leaves: parts,
    shownFrom,
    printed: true,
    within: undefined,
  }))
  const ofLeaves = leaves.map((leaf) => ({
    key: leaf.key,
    leaves: [leaf],
    shownFrom: leaf.shownFrom,
    printed: !leaf.unprinted,
    within: leaf.group,
  }))
  return [...ofGroups, ...ofLeaves]
}

export const requestsOf = (line: Pick<Line, 'leaves'>, months: readonly Month[]): number =>
  line.leaves.reduce(
    (sum, { requests }) => sum + months.reduce((inner, month) => inner + (requests.get(month) ?? 0), 0),
    0,
  )

export const isSmall = (requests: number, from: number): boolean => requests > 0 && requests < from
