import { type SqlBool, sql } from 'kysely'
import type { ImportId } from '../../domain/id.ts'
import {
  type ImportFacts,
  type ImportState,
  type ImportTask,
  importState,
} from '../../domain/import/import-job.ts'
import type { Tx } from '../database.ts'
import { isBefore, type ListPage, type MomentPosition } from '../list-page.ts'

/** An import as a list shows it. Counts are null while it is not done. */
export interface ListedImport {
  readonly id: ImportId
  readonly fileName: string
  readonly organization: string | null
  /** Null: made on the command line. */
  readonly by: string | null
  /** When it was imported; before that, when its file came in. */
  readonly at: Date
  readonly state: ImportState
  readonly rows: number | null
  readonly imported: number | null
  readonly rejected: number | null
  readonly undoneAt: Date | null
  readonly isUndoable: boolean
}

interface Page extends ListPage<MomentPosition> {
  readonly now: Date
}

/** The imports of a city and the files on their way in, newest first. */
export async function listImports(tx: Tx, page: Page): Promise<ListedImport[]> {
  const done = await listDone(tx, page)
  const open = await listOpen(tx, page)
  return [...done, ...open]
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
    .slice(0, page.limit)
}

/** One import that is done; undefined when the city has none of this id. */
export async function findDoneImport(tx: Tx, id: ImportId): Promise<ListedImport | undefined> {
  const row = await selectDone(tx).where('i.id', '=', id).executeTakeFirst()
  return row && toListed(row)
}

const selectDone = (tx: Tx) =>
  tx
    .selectFrom('import as i')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.city_id', '=', 'i.city_id').onRef('o.id', '=', 'i.organization_id'),
    )
    .leftJoin('member as m', (join) =>
      join.onRef('m.city_id', '=', 'i.city_id').onRef('m.id', '=', 'i.member_id'),
    )
    .select([
      'i.id',
      'i.file_name as fileName',
      'o.name as organization',
      'm.name as by',
      'i.imported_at as at',
    ])
    .select(['i.rows', 'i.imported', 'i.rejected', 'i.undone_at as undoneAt'])
    .select(
      sql<boolean>`exists (select from help_request r where r.city_id = i.city_id and r.import_id = i.id
        and (r.version > 1 or r.voided_at is not null))
        or exists (select from help_request_sensitive_version v join help_request r on r.city_id = v.city_id
          and r.id = v.request_id where v.city_id = i.city_id and r.import_id = i.id)`.as('isEdited'),
    )

const toListed = ({
  isEdited,
  ...row
}: Awaited<ReturnType<ReturnType<typeof selectDone>['execute']>>[number]): ListedImport => ({
  ...row,
  state: row.undoneAt ? 'undone' : 'done',
  isUndoable: row.undoneAt === null && row.imported > 0 && !isEdited,
})

async function listDone(tx: Tx, { after, limit }: Page): Promise<ListedImport[]> {
  const rows = await selectDone(tx)
    .$if(after !== undefined, (query) => query.where(isBefore('i.imported_at', 'i.id', after)))
    .orderBy('i.imported_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toListed)
}

async function listOpen(tx: Tx, { after, limit, now }: Page): Promise<ListedImport[]> {
  const rows = await tx
    .selectFrom('import_file as f')
    .innerJoin('member as m', (join) =>
      join.onRef('m.city_id', '=', 'f.city_id').onRef('m.id', '=', 'f.member_id'),
    )
    .leftJoin('organization as o', (join) =>
      join.onRef('o.city_id', '=', 'f.city_id').onRef('o.id', '=', 'f.organization_id'),
    )
    .select([
      'f.id',
      'f.file_name as fileName',
      'o.name as organization',
      'm.name as by',
      'f.created_at as at',
    ])
    .select(['f.task', 'f.heartbeat_at as heartbeatAt', 'f.ended_at as endedAt', 'f.refusal', 'f.version'])
    .select('f.answer_version as answerVersion')
    .select([
      sql<boolean>`f.columns is not null`.as('hasColumns'),
      // Without the rows that it lists, which may be a thousand.
      sql<ImportFacts['answer']>`case when f.answer is not null then jsonb_build_object(
        'importId', f.answer -> 'importId', 'unknown', f.answer -> 'unknown') end`.as('answer'),
    ])
    .where('f.sha256', 'is not', null)
    .where(sql<SqlBool>`not exists (select from import i where i.city_id = f.city_id and i.id = f.id)`)
    .$if(after !== undefined, (query) => query.where(isBefore('f.created_at', 'f.id', after)))
    .orderBy('f.created_at', 'desc')
    .orderBy('f.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, fileName, organization, by, at, hasColumns, task, ...facts }) => ({
    ...{ id, fileName, organization, by, at, undoneAt: null, isUndoable: false },
    ...{ rows: null, imported: null, rejected: null },
    state: importState(
      // because: the table's own check names the tasks
      { ...facts, columns: hasColumns || null, task: task as ImportTask | null, undoneAt: null },
      now,
    ),
  }))
}
