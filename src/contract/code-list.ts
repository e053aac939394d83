import { createRoute, z } from '@hono/zod-openapi'
import { codeListName } from '../domain/code-list/code-list.ts'
import { codeText } from '../domain/code-list/code-proposal.ts'
import { changedWords, codeWords } from '../domain/code-list/code-words.ts'
import { localDate } from '../domain/local-date.ts'
import { ifMatch, problems, writeProblems } from './problem.ts'

const labels = z.object({ nl: z.string(), fr: z.string(), en: z.string() })

const code = z.object({
  list: codeListName,
  code: z.string(),
  parent: z.string().nullable(),
  /** Among the codes of the same parent. */
  position: z.int(),
  /** False: retired. Forms no longer offer it; lists, reports and imports still know it. */
  active: z.boolean(),
  sensitive: z.boolean(),
  labels,
  definitions: labels.partial(),
})

/** A code in the words of the day on which a report was frozen. */
export const frozenCode = code.openapi('FrozenCode')

export const codeListItem = code
  .extend({ id: z.guid(), synonyms: z.array(z.string()).readonly(), version: z.int() })
  .openapi('CodeListItem')
export type CodeListEntry = z.infer<typeof codeListItem>

const codeLists = z.object({
  items: z.array(codeListItem),
  /** The version of each list: every change of it counts. */
  lists: z.array(z.object({ list: codeListName, version: z.int() })),
})

const content = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } })
const itemAnswer = (description: string) => ({ description, content: content(codeListItem) })
const place = z.object({ list: codeListName, code: codeText })

export const listCodeLists = createRoute({
  method: 'get',
  path: '/api/v1/code-lists',
  summary: "Every code of the city's lists, in the order of the lists; with `on` in the words of that day",
  request: {
    query: z.strictObject({
      on: localDate.optional().openapi({
        description: 'As the lists stood at the end of this day; before their first day: as they began',
      }),
    }),
  },
  responses: { 200: { description: 'The codes', content: content(codeLists) }, ...problems },
})

export const countCodeUse = createRoute({
  method: 'get',
  path: '/api/v1/code-lists/use',
  summary: 'How many help requests hold each code; sensitive codes are not counted here (coordinator)',
  responses: {
    200: {
      description: 'The codes that are used',
      content: content(
        z.object({ items: z.array(z.object({ list: codeListName, code: z.string(), requests: z.int() })) }),
      ),
    },
    ...problems,
  },
})

export const orderCodes = createRoute({
  method: 'put',
  path: '/api/v1/code-lists/{list}/order',
  summary:
    'Put the codes of a list, or the sub-themes of a theme, in this order (coordinator, administrator)',
  request: {
    params: z.object({ list: codeListName }),
    headers: ifMatch,
    body: {
      required: true,
      content: content(
        z.strictObject({
          /** Null: the codes of the list itself. */
          parent: codeText.nullable().default(null),
          codes: z.array(codeText).max(1000),
        }),
      ),
    },
  },
  responses: {
    200: {
      description: 'The version of the list; the ETag says the same',
      content: content(z.object({ version: z.int() })),
    },
    ...writeProblems,
  },
})

export const readCode = createRoute({
  method: 'get',
  path: '/api/v1/code-lists/{list}/{code}',
  summary: 'One code as it stands now; its ETag is what a change asks for',
  request: { params: place },
  responses: { 200: itemAnswer('The code'), ...problems },
})

export const putCode = createRoute({
  method: 'put',
  path: '/api/v1/code-lists/{list}/{code}',
  summary: 'Add a code at the end of its list or theme; it is never sensitive (coordinator, administrator)',
  request: {
    params: place,
    body: {
      required: true,
      content: content(codeWords.extend({ parent: codeText.nullable().default(null) })),
    },
  },
  responses: {
    200: itemAnswer('It was added before, in these words'),
    201: itemAnswer('It is added'),
    ...writeProblems,
  },
})

export const patchCode = createRoute({
  method: 'patch',
  path: '/api/v1/code-lists/{list}/{code}',
  summary: 'Change labels, definitions or synonyms; what is left out stays (coordinator, administrator)',
  request: {
    params: place,
    headers: ifMatch,
    body: { required: true, content: content(changedWords) },
  },
  responses: { 200: itemAnswer('The code'), ...writeProblems },
})

const retirement = {
  path: '/api/v1/code-lists/{list}/{code}/retirement',
  request: { params: place, headers: ifMatch },
  responses: { 200: itemAnswer('The code'), ...writeProblems },
} as const

export const retireCode = createRoute({
  ...retirement,
  method: 'put',
  summary: 'No longer offer a code; it keeps its words wherever it stands (coordinator, administrator)',
})

export const restoreCode = createRoute({
  ...retirement,
  method: 'delete',
  summary: 'Offer a code again (coordinator, administrator)',
})

export const codeVersion = z
  .object({
    /** From this version of the list on. */
    listVersion: z.int(),
    position: z.int(),
    active: z.boolean(),
    labels,
    definitions: labels.partial(),
    synonyms: z.array(z.string()).readonly(),
    changedAt: z.iso.datetime(),
    /** The city's own calendar day of that moment. */
    changedOn: localDate,
    /** Null: the product itself or the command line. */
    changedBy: z.string().nullable(),
  })
  .openapi('CodeVersion')
export type CodeVersion = z.infer<typeof codeVersion>

export const listCodeVersions = createRoute({
  method: 'get',
  path: '/api/v1/code-lists/{list}/{code}/versions',
  summary: 'How a code read over time, newest first, and who changed it',
  request: { params: place },
  responses: {
    200: { description: 'The versions', content: content(z.object({ items: z.array(codeVersion) })) },
    ...problems,
  },
})
