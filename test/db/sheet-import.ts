import { sql } from 'kysely'
import { asActor } from '../../src/db/as-actor.ts'
import { importRequests, type RequestImport } from '../../src/db/import/import-store.ts'
import type { Sheet } from '../../src/domain/import/import-sheet.ts'
import type { TestDatabase } from '../database.ts'
import { accepted, names } from '../fixtures/import/oostdijk-rules.ts'
import type { Town } from '../story.ts'

// A sheet brought into a town by the command line, and what is in the town afterwards.

export const headings = ['nr', 'datum', 'thema', 'nationaliteit', 'statuut', 'plaats', 'toeleider', 'acties']

export const inputOf = (town: Town, sheet: Sheet, more: Partial<RequestImport> = {}): RequestImport => ({
  sheet,
  names,
  mapping: {},
  organizationId: town.welcomeHouse,
  fileName: 'hulpvragen.csv',
  timeZone: 'Europe/Brussels',
  now: new Date('2026-03-02T09:00:00Z'),
  ...more,
})

export const importInto = async (db: TestDatabase, town: Town, sheet: Sheet, more?: Partial<RequestImport>) =>
  accepted(await asActor(db, town.cli, (tx) => importRequests(tx, town.cli, inputOf(town, sheet, more))))

export const countIn = (db: TestDatabase, town: Town) =>
  asActor(db, town.cli, async (tx) => {
    const tables = ['help_request', 'help_request_sensitive', 'import', 'desk', 'member'] as const
    const counts: Record<string, number> = {}
    for (const table of tables) {
      const { rows } = await sql<{
        rows: number
      }>`select count(*)::int as rows from ${sql.table(table)}`.execute(tx)
      counts[table] = rows[0]?.rows ?? -1
    }
    return counts
  })

export const requestsOf = (db: TestDatabase, town: Town, importId: string | null) =>
  asActor(db, town.cli, (tx) =>
    tx
      .selectFrom('help_request as r')
      .innerJoin('desk as d', (join) =>
        join.onRef('d.city_id', '=', 'r.city_id').onRef('d.id', '=', 'r.desk_id'),
      )
      .innerJoin('member as m', (join) =>
        join.onRef('m.city_id', '=', 'r.city_id').onRef('m.id', '=', 'r.guide_id'),
      )
      .leftJoin('help_request_sensitive as s', (join) =>
        join.onRef('s.city_id', '=', 'r.city_id').onRef('s.id', '=', 'r.id'),
      )
      .where('r.import_id', '=', sql<never>`${importId}`)
      .select([
        'r.received_on',
        'r.received_at',
        'r.time_known',
        'r.theme',
        'r.sub_theme',
        'r.status',
        'r.nationality',
      ])
      .select([
        'r.actions',
        'r.minutes',
        'r.import_row',
        'd.name as desk',
        'm.name as guide',
        'r.organization_id',
      ])
      .select(['r.asked_by', 'r.language_help', 'r.neighbourhood', 'r.first_visit', 'r.tip'])
      .select(['s.own_words', 's.may_quote'])
      .select([
        's.status as sensitiveStatus',
        's.sub_theme as sensitiveSubTheme',
        's.guide_id as sensitiveGuide',
      ])
      .orderBy('r.import_row')
      .execute(),
  )
