import { createRoute, z } from '@hono/zod-openapi'
import { importId, organizationId } from '../domain/id.ts'
import { importField } from '../domain/import/import-field.ts'
import { localDate } from '../domain/local-date.ts'
import { pageAnswer, pageQuery } from './page.ts'
import { problems, writeProblems } from './problem.ts'

export const importStates = [
  'columns',
  'untried',
  'values',
  'ready',
  'busy',
  'broken_off',
  'refused',
  'done',
  'undone',
] as const

/** One import in a list. Counts are null until it is done; `by` is null when it was made on the command line. */
export const listedImport = z
  .object({
    id: importId,
    fileName: z.string(),
    organization: z.string().nullable(),
    by: z.string().nullable(),
    /** When it was imported; before that, when its file came in. */
    at: z.iso.datetime(),
    state: z.enum(importStates),
    rows: z.int().nullable(),
    imported: z.int().nullable(),
    rejected: z.int().nullable(),
    undoneAt: z.iso.datetime().nullable(),
    isUndoable: z.boolean(),
  })
  .openapi('ListedImport')
export type ListedImport = z.infer<typeof listedImport>

const rejection = z.object({
  row: z.int(),
  column: z.string(),
  field: importField,
  value: z.string(),
  reason: z.string(),
  /** The reason as a sentence in the language of Accept-Language. */
  message: z.string(),
})

/** What the command answers, field for field; `rejected` and `changed` list a thousand rows, their counts are whole. */
export const importAnswer = z
  .object({
    importId: importId.nullable(),
    rows: z.int(),
    imported: z.int(),
    alreadyImported: z.int(),
    changed: z.array(z.object({ row: z.int() })),
    rejected: z.array(rejection),
    unknown: z.array(
      z.object({
        column: z.string(),
        field: importField,
        value: z.string(),
        count: z.int(),
        suggestions: z.array(z.string()),
      }),
    ),
    newDesks: z.array(z.string()),
    newGuides: z.array(z.string()),
    closedDays: z.array(z.object({ date: localDate, rows: z.int() })),
    /** Rows that the spreadsheet hides, by a filter or by hand: read like any other. */
    hiddenRows: z.int(),
    ignoredColumns: z.array(z.string()),
    rejectedRows: z.int(),
    changedRows: z.int(),
  })
  .openapi('ImportAnswer')

export const importDetail = listedImport
  .extend({
    organizationId: organizationId.nullable(),
    /** Bytes; null when what came in is forgotten. */
    size: z.int().nullable(),
    /** Sheets of the workbook that hold something and are not read: of each file one sheet is. */
    otherSheets: z.array(z.string()),
    version: z.int(),
    task: z.enum(['trial', 'run']).nullable(),
    progress: z
      .object({
        phase: z.enum(['waiting', 'queued', 'reading', 'writing']),
        rows: z.int(),
        of: z.int().nullable(),
      })
      .nullable(),
    /** Why the file could not be read after all. */
    refusal: z.object({ code: z.string(), title: z.string() }).nullable(),
    /** Of the last trial or run that ended. */
    answer: importAnswer.nullable(),
    /** Somebody changed a column or a value since that trial. */
    isOutdated: z.boolean(),
    /** From then on the file is forgotten, and what it left out with it. */
    forgottenAt: z.iso.datetime().nullable(),
  })
  .openapi('Import')
export type ImportDetail = z.infer<typeof importDetail>

const oneImport = { params: z.object({ id: importId }) }
const detailResponse = (description: string) => ({
  description,
  content: { 'application/json': { schema: importDetail } },
})

export const addImportFile = createRoute({
  method: 'post',
  path: '/api/v1/imports/files',
  summary: 'Bring in a spreadsheet (CSV or XLSX, at most 64 MiB) as the body; it is kept a day at most',
  request: {
    query: z.strictObject({ id: importId, name: z.string().min(1).max(400) }),
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
  responses: {
    200: detailResponse('The same file was here already'),
    201: detailResponse('The file is in; its columns are to be chosen'),
    ...writeProblems,
  },
})

export const listImports = createRoute({
  method: 'get',
  path: '/api/v1/imports',
  summary: 'The imports of the city and the files on their way in, newest first (coordinator)',
  request: {
    query: pageQuery({ usual: 20, most: 100 }),
  },
  responses: {
    200: pageAnswer(listedImport),
    ...problems,
  },
})

export const readImport = createRoute({
  method: 'get',
  path: '/api/v1/imports/{id}',
  summary: 'One import: where it stands, how far it is, what came of it',
  request: oneImport,
  responses: { 200: detailResponse('The import'), ...problems },
})

const begun = {
  200: detailResponse('It is done already'),
  202: detailResponse('It is under way: read the import to see how far'),
  ...writeProblems,
}

export const tryImport = createRoute({
  method: 'put',
  path: '/api/v1/imports/{id}/trial',
  summary: 'Say what importing would do; writes no help request',
  request: oneImport,
  responses: begun,
})

export const runImport = createRoute({
  method: 'put',
  path: '/api/v1/imports/{id}/run',
  summary: 'Import, all in one transaction; what a trial found ready',
  request: oneImport,
  responses: begun,
})

export const undoImport = createRoute({
  method: 'put',
  path: '/api/v1/imports/{id}/undoing',
  summary: 'Take an import out of the figures; refused when somebody has edited one of its rows since',
  request: oneImport,
  responses: {
    200: {
      description: 'Undone',
      content: { 'application/json': { schema: z.object({ importId, undone: z.int() }) } },
    },
    ...writeProblems,
  },
})

export const forgetImportFile = createRoute({
  method: 'delete',
  path: '/api/v1/imports/{id}/file',
  summary: 'Stop: forget the file and what was found in it; what was imported stays',
  request: oneImport,
  responses: { 204: { description: 'It is gone' }, ...writeProblems },
})

export const readRejectedRows = createRoute({
  method: 'get',
  path: '/api/v1/imports/{id}/rejected.csv',
  summary: 'Every row that was left out, with its column, value and reason',
  request: { ...oneImport, query: z.strictObject({ language: z.enum(['nl', 'fr', 'en']) }) },
  responses: {
    200: {
      description: 'The file',
      content: { 'text/csv': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problems,
  },
})
