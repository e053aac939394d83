import { sql } from 'kysely'
import { withFormerNames } from '../../domain/code-list/code-name.ts'
import type { CityId, DeskId, MemberId, OrganizationId } from '../../domain/id.ts'
import { makeClock } from '../../domain/import/clock.ts'
import { makeCodeBook } from '../../domain/import/import-code-book.ts'
import { type ColumnChoice, chooseColumns } from '../../domain/import/import-column.ts'
import { recogniseColumns } from '../../domain/import/import-heading.ts'
import type { ImportMapping } from '../../domain/import/import-mapping.ts'
import { makeNameBook } from '../../domain/import/import-name-book.ts'
import type { WorldNames } from '../../domain/import/import-names.ts'
import type { RowRules } from '../../domain/import/import-row.ts'
import { normalise } from '../../domain/import/import-text.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import { listFormerNames } from '../city/code-history-store.ts'
import { listCodes } from '../city/code-list-store.ts'
import { addDesk } from '../city/desk-store.ts'
import type { Tx } from '../database.ts'
import { addMember } from '../people/member-store.ts'
import { readColumnMemory, readMappingMemory } from './import-memory-store.ts'

export interface ImportBasisInput {
  readonly organizationId: OrganizationId
  readonly headings: readonly string[]
  readonly names: WorldNames
  readonly mapping: ImportMapping
  /** What somebody chose; without it columns are recognised by their headings and by what the city remembers. */
  readonly columns?: ColumnChoice
  readonly timeZone: string
  readonly now: Date
}

/** The ids behind names, by normalised name. */
export interface KnownNames {
  readonly desks: Map<string, DeskId>
  readonly guides: Map<string, MemberId>
}

/** What an import needs to know of its city before the first row. */
export interface ImportBasis extends KnownNames {
  /** The last days of retired desks, by normalised name. */
  readonly lastDays: ReadonlyMap<string, LocalDate>
  readonly rules: RowRules
}

/**
 * Reads what an import builds on. A row that names no desk came to the organisation's only desk, one that names no
 * guide was noted by somebody of it: where there are several or none, the organisation's own name stands for them.
 * Refuses what chooseColumns, recogniseColumns and makeCodeBook refuse.
 */
export async function readImportBasis(tx: Tx, input: ImportBasisInput): Promise<ImportBasis | Refusal> {
  const { organizationId } = input
  const columns = input.columns
    ? chooseColumns(input.headings, input.columns)
    : recogniseColumns(input.headings, await readColumnMemory(tx, organizationId))
  if (isRefusal(columns)) return columns
  const remembered = await readMappingMemory(tx, organizationId)
  const codes = withFormerNames(await listCodes(tx), await listFormerNames(tx))
  const book = makeCodeBook(codes, input.names, input.mapping, remembered)
  if (isRefusal(book)) return book
  const desks = await tx
    .selectFrom('desk')
    .select(['id', 'name', 'organization_id as organizationId', 'last_day as lastDay'])
    .execute()
  const guides = await tx
    .selectFrom('member')
    .select(['id', 'name'])
    .where('organization_id', '=', organizationId)
    .execute()
  const { name } = await tx
    .selectFrom('organization')
    .select('name')
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow()
  const own = desks.filter((desk) => desk.organizationId === organizationId)
  const clock = makeClock(input.timeZone)
  return {
    desks: new Map(desks.map((desk) => [normalise(desk.name), desk.id])),
    guides: new Map(guides.map((guide) => [normalise(guide.name), guide.id])),
    lastDays: new Map(
      desks.flatMap(({ name, lastDay }) => (lastDay ? [[normalise(name), lastDay] as const] : [])),
    ),
    rules: {
      columns,
      book,
      clock,
      organizationId,
      today: clock.dateAt(input.now),
      desks: makeNameBook(
        desks.map((desk) => desk.name),
        own.length === 1 ? (own[0]?.name ?? name) : name,
      ),
      guides: makeNameBook(
        guides.map((guide) => guide.name),
        name,
      ),
    },
  }
}

/** Makes the desks and guides that an import names and the city does not have. The desks have no hours yet. */
export async function addNewNames(
  tx: Tx,
  cityId: CityId,
  organizationId: OrganizationId,
  known: KnownNames,
  { newDesks, newGuides }: { readonly newDesks: readonly string[]; readonly newGuides: readonly string[] },
): Promise<void> {
  for (const name of newDesks) {
    const desk = await addDesk(tx, cityId, { organizationId, name, position: known.desks.size, hours: [] })
    known.desks.set(normalise(name), desk)
  }
  for (const name of newGuides) {
    const guide = await addMember(tx, cityId, { organizationId, name, roles: ['guide'], accountId: null })
    known.guides.set(normalise(name), guide)
  }
}

/** Two imports of one city write one after the other, so that the second sees what the first has brought. */
export async function lockImports(tx: Tx, cityId: CityId, onWait?: () => void): Promise<void> {
  const key = sql`hashtextextended(${`import ${cityId}`}, 0)`
  const tried = await sql<{ isHeld: boolean }>`select pg_try_advisory_xact_lock(${key}) as "isHeld"`.execute(
    tx,
  )
  if (tried.rows[0]?.isHeld) return
  onWait?.()
  await sql`select pg_advisory_xact_lock(${key})`.execute(tx)
}

/** Differs once an import of the city was made or undone. */
export async function readImportMark(tx: Tx): Promise<string> {
  const { made, undone } = await tx
    .selectFrom('import')
    .select(({ fn }) => [fn.countAll().as('made'), fn.count('undone_at').as('undone')])
    .executeTakeFirstOrThrow()
  return `${made} ${undone}`
}
