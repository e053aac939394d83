import { createRoute, z } from '@hono/zod-openapi'
import { deskId, helpRequestId, memberId } from '../domain/id.ts'
import { localDate } from '../domain/local-date.ts'
import { type ListedField, listedFields } from '../domain/request/request-field.ts'
import { firstVisits } from '../domain/request/request-filter.ts'
import { writtenText } from '../domain/written-text.ts'
import { pageAnswer, type pageOf, pageQuery } from './page.ts'
import { problems, writeProblems } from './problem.ts'

/** One row of the list: codes, no sensitive codes, no notes, no person, no minutes. */
export const listedRequest = z
  .object({
    id: helpRequestId,
    receivedOn: localDate,
    /** HH:MM in the city's time zone; null when only the day is known. */
    receivedTime: z.string().nullable(),
    desk: z.string(),
    guide: z.string(),
    /** Who looks after it since its guide left. */
    caretaker: z.string().nullable(),
    organization: z.string(),
    channel: z.string(),
    origin: z.string(),
    clientKind: z.string(),
    askedBy: z.string(),
    status: z.string(),
    nationality: z.string(),
    contactLanguage: z.string(),
    languageHelp: z.string(),
    neighbourhood: z.string().nullable(),
    firstVisit: z.boolean().nullable(),
    theme: z.string(),
    subTheme: z.string().nullable(),
    actions: z.array(z.string()),
    whoDidIt: z.string(),
    outcome: z.string(),
    barriers: z.array(z.string()),
    referredTo: z.string().nullable(),
    tip: z.string().nullable(),
  } satisfies Record<ListedField | 'id', z.ZodType>)
  .openapi('ListedRequest')

export type ListedRequest = z.infer<typeof listedRequest>

const mostValues = 20

/** One value or several with commas between them: any of them will do. */
const oneOf = <Value extends z.ZodType<string, string>>(value: Value) =>
  z
    .string()
    .max(2000)
    .transform((text) => text.split(','))
    .pipe(z.array(value).max(mostValues))
    .optional()

/** A code of a list; a sub-theme's begins with its theme: `housing.rent`. */
const code = z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,59}$/)

/**
 * What a list, a count and an export share; every part narrows. `q` are words: labels in the language of
 * Accept-Language, desks, guides, referred-to and tips, typing errors forgiven. A sensitive code finds nothing here,
 * like a code that does not exist. An unknown name is refused: without the filter that somebody meant, an answer would hold
 * everything.
 */
export const requestFilter = z.strictObject({
  from: localDate.optional(),
  to: localDate.optional(),
  desk: oneOf(deskId),
  guide: oneOf(memberId),
  caretaker: oneOf(memberId),
  theme: oneOf(code),
  subTheme: oneOf(code),
  clientKind: oneOf(code),
  status: oneOf(code),
  nationality: oneOf(code),
  contactLanguage: oneOf(code),
  firstVisit: oneOf(z.enum(firstVisits)),
  action: oneOf(code),
  whoDidIt: oneOf(code),
  outcome: oneOf(code),
  barrier: oneOf(code),
  origin: oneOf(code),
  q: z.string().trim().max(200).optional(),
})

export type RequestPage = z.infer<ReturnType<typeof pageOf<typeof listedRequest>>>

export const listRequests = createRoute({
  method: 'get',
  path: '/api/v1/requests',
  summary: 'The help requests that you may see, newest first',
  request: {
    query: requestFilter.extend(pageQuery().shape),
  },
  responses: {
    200: pageAnswer(listedRequest),
    ...problems,
  },
})

/** How many requests the same filter holds: asked apart, so that a page never waits for it. */
export const countRequests = createRoute({
  method: 'get',
  path: '/api/v1/requests/count',
  summary: 'How many help requests the filter holds',
  request: { query: requestFilter },
  responses: {
    200: {
      description: 'The count',
      content: { 'application/json': { schema: z.object({ requests: z.int() }) } },
    },
    ...problems,
  },
})

/** The filter that an address holds after its question mark. */
export const readFilter = (search: string) =>
  requestFilter.safeParse(Object.fromEntries(new URLSearchParams(search)))

/** What a list would refuse, nobody keeps. */
function isFilter({ value, issues }: z.core.ParsePayload<string>): void {
  // because: an issue of one schema is one of another as soon as it says what was given
  for (const issue of readFilter(value).error?.issues ?? [])
    issues.push({ ...issue, input: value } as z.core.$ZodRawIssue)
}

/** A filter that somebody keeps under a name; `search` is the address part of the page, without a question mark. */
export const requestView = z
  .object({
    id: z.guid(),
    name: writtenText({ most: 60 }),
    search: z.string().max(2000).check(isFilter),
  })
  .openapi('RequestView')
export type RequestView = z.infer<typeof requestView>

/** The columns that somebody chose for the list, in their order. */
export const requestColumns = z.object({
  columns: z
    .array(z.enum(listedFields))
    .refine((columns) => new Set(columns).size === columns.length, { params: { refusal: 'columns_twice' } }),
})

export const listRequestViews = createRoute({
  method: 'get',
  path: '/api/v1/request-views',
  summary: 'Your own named filters, by name, and your columns of the list',
  responses: {
    200: {
      description: 'The views; `columns` null = never chosen',
      content: {
        'application/json': {
          schema: z.object({
            items: z.array(requestView),
            columns: requestColumns.shape.columns.nullable(),
          }),
        },
      },
    },
    ...problems,
  },
})

export const putRequestView = createRoute({
  method: 'put',
  path: '/api/v1/request-views/{id}',
  summary: 'Keep a filter under a name, or change the one that you kept',
  request: {
    params: z.object({ id: z.guid() }),
    body: { required: true, content: { 'application/json': { schema: requestView.omit({ id: true }) } } },
  },
  responses: {
    200: { description: 'The view', content: { 'application/json': { schema: requestView } } },
    ...writeProblems,
  },
})

export const deleteRequestView = createRoute({
  method: 'delete',
  path: '/api/v1/request-views/{id}',
  summary: 'Forget a named filter of your own',
  request: { params: z.object({ id: z.guid() }) },
  responses: { 204: { description: 'It is gone' }, ...problems },
})

export const putRequestColumns = createRoute({
  method: 'put',
  path: '/api/v1/request-columns',
  summary: 'Your columns of the list, in their order',
  request: { body: { required: true, content: { 'application/json': { schema: requestColumns } } } },
  responses: {
    200: { description: 'Kept', content: { 'application/json': { schema: requestColumns } } },
    ...problems,
  },
})
