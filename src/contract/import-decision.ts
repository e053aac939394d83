import { createRoute, z } from '@hono/zod-openapi'
import { importId, organizationId } from '../domain/id.ts'
import { codedField, importField } from '../domain/import/import-field.ts'
import { mappedField } from '../domain/import/import-mapping.ts'
import { importDetail } from './import.ts'
import { ifMatch, problems, writeProblems } from './problem.ts'

// What people decide on the way: which column is what, and what a value means.

const params = z.object({ id: importId })
const changed = {
  description: 'The import as it stands now',
  content: { 'application/json': { schema: importDetail } },
}

export const importColumn = z
  .object({
    position: z.int(),
    heading: z.string(),
    /** Null: not read. */
    field: importField.nullable(),
    /** By what it was recognised; null = by nothing, or chosen by somebody for this file. */
    by: z.enum(['heading', 'values', 'remembered']).nullable(),
    /** A few of its values. */
    samples: z.array(z.string()),
  })
  .openapi('ImportColumn')
export type ImportColumn = z.infer<typeof importColumn>

export const listImportColumns = createRoute({
  method: 'get',
  path: '/api/v1/imports/{id}/columns',
  summary: 'The columns of the file, and what each seems to hold; of the organisation if you name one',
  request: { params, query: z.strictObject({ organizationId: organizationId.optional() }) },
  responses: {
    200: {
      description: 'The columns; `organizationId` null = the city has several and nobody has chosen',
      content: {
        'application/json': {
          schema: z.object({
            organizationId: organizationId.nullable(),
            organizations: z.array(z.object({ id: organizationId, name: z.string() })),
            columns: z.array(importColumn),
            version: z.int(),
          }),
        },
      },
    },
    ...problems,
  },
})

export const chooseImportColumns = createRoute({
  method: 'put',
  path: '/api/v1/imports/{id}/columns',
  summary: 'Choose what the columns hold, and whose requests these are; remembered by heading',
  request: {
    params,
    headers: ifMatch,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            organizationId,
            /** By position; null = not read. */
            columns: z.array(importField.nullable()).max(16_384),
          }),
        },
      },
    },
  },
  responses: { 200: changed, ...writeProblems },
})

export const importValue = z
  .object({
    field: mappedField,
    column: z.string(),
    value: z.string(),
    /** Names the value when you decide. */
    spelling: z.string(),
    count: z.int(),
    suggestions: z.array(z.object({ code: z.string(), label: z.string() })),
    /** Absent: nobody has decided. A code of null is "unknown". */
    decided: z.object({ code: z.string().nullable(), label: z.string().nullable() }).optional(),
  })
  .openapi('ImportValue')
export type ImportValue = z.infer<typeof importValue>

export const listImportValues = createRoute({
  method: 'get',
  path: '/api/v1/imports/{id}/values',
  summary: 'The values that nothing knew, each once, with how often, suggestions and what was decided',
  request: { params },
  responses: {
    200: {
      description: 'The values',
      content: {
        'application/json': { schema: z.object({ items: z.array(importValue), version: z.int() }) },
      },
    },
    ...problems,
  },
})

export const decideImportValue = createRoute({
  method: 'put',
  path: '/api/v1/imports/{id}/decisions',
  summary: 'Decide what a value means; later imports of this organisation go by it too',
  request: {
    params,
    headers: ifMatch,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            field: mappedField,
            spelling: z.string().min(1).max(4000),
            /** A code of the field, for minutes a whole number; null = unknown. */
            code: z.string().max(60).nullable(),
          }),
        },
      },
    },
  },
  responses: { 200: changed, ...writeProblems },
})

export const listImportCodes = createRoute({
  method: 'get',
  path: '/api/v1/import-codes',
  summary: 'What a value of a field may be decided to mean, by label in the language of Accept-Language',
  request: { query: z.strictObject({ field: codedField }) },
  responses: {
    200: {
      description: 'The codes',
      content: {
        'application/json': {
          schema: z.object({
            items: z.array(
              z.object({
                code: z.string(),
                label: z.string(),
                /** The theme under which it stands; the theme itself is the first of its group. */
                group: z.string().optional(),
              }),
            ),
          }),
        },
      },
    },
    ...problems,
  },
})

export const importMapping = z
  .object({
    id: z.guid(),
    field: mappedField,
    value: z.string(),
    code: z.string().nullable(),
    label: z.string().nullable(),
  })
  .openapi('ImportMapping')
export type ImportMapping = z.infer<typeof importMapping>

export const listImportMappings = createRoute({
  method: 'get',
  path: '/api/v1/import-mappings',
  summary: 'What was decided at earlier imports of an organisation; your own unless you name one',
  request: { query: z.strictObject({ organizationId: organizationId.optional() }) },
  responses: {
    200: {
      description: 'The decisions',
      content: {
        'application/json': {
          schema: z.object({
            organizationId,
            organizations: z.array(z.object({ id: organizationId, name: z.string() })),
            items: z.array(importMapping),
          }),
        },
      },
    },
    ...problems,
  },
})

export const forgetImportMapping = createRoute({
  method: 'delete',
  path: '/api/v1/import-mappings/{id}',
  summary: 'Forget a decision: the next import asks again',
  request: { params: z.object({ id: z.guid() }) },
  responses: { 204: { description: 'It is gone' }, ...problems },
})
