import { createRoute, z } from '@hono/zod-openapi'
import { projectId } from '../domain/id.ts'
import { staffLanguage } from '../domain/language.ts'
import { localDate, month } from '../domain/local-date.ts'
import { askedFields } from '../domain/report/ended-period.ts'
import type { HalfYearReport } from '../domain/report/half-year-report.ts'
import { reportFormat, reportMediaType } from '../domain/report/report-format.ts'
import type { RowFilters } from '../domain/report/row-filter.ts'
import { filterFields } from '../domain/request/request-filter.ts'
import { problems } from './problem.ts'

export const share = z.object({ code: z.string(), requests: z.int(), percent: z.int() })

const populationGroup = z.object({
  country: z.string(),
  people: z.int(),
  percentOfPeople: z.int(),
  requests: z.int(),
  percentOfRequests: z.int(),
})

/** Who lives in the municipality, as somebody counted it, beside our requests. */
export const populationFigures = z.object({
  countedOn: localDate,
  source: z.string(),
  people: z.int(),
  groups: z.array(populationGroup).readonly(),
})

export const reportFields = z.object({
  city: z.object({ code: z.string(), name: z.string() }),
  period: z.object({ from: localDate, to: localDate }),
  total: z.int(),
  openingDays: z.int(),
  perOpeningDay: z.number().nullable(),
  months: z.array(
    z.object({
      month,
      requests: z.int(),
      openingDays: z.int(),
      perOpeningDay: z.number().nullable(),
    }),
  ),
  clientKinds: z.array(share),
  statuses: z.array(share),
  nationalities: z.object({
    distinct: z.int(),
    topTenTotal: z.int(),
    topTen: z.array(
      z.object({
        country: z.string(),
        requests: z.int(),
        percentOfTopTen: z.int(),
        percentOfAll: z.int(),
      }),
    ),
    other: z.object({ countries: z.int(), requests: z.int() }),
  }),
  themes: z.array(share.extend({ subThemes: z.array(share) })),
  languages: z.array(share),
  actions: z.array(share),
  whoDidIt: z.array(share),
  outcomes: z.array(share),
  barriers: z.array(share),
  origins: z.array(share),
  firstVisits: z
    .array(share)
    .optional()
    .openapi({ description: 'first, again, not_asked; the first frozen reports have it not' }),
  desks: z.array(share),
  population: populationFigures.optional(),
  groupContacts: z
    .object({ contacts: z.int(), people: z.int() })
    .optional()
    .openapi({ description: 'Groups that were met, beside the requests; absent where none was' }),
  definitions: z.object({
    version: z.string(),
    unit: z.literal('help_request'),
    bases: z.record(z.string(), z.string()),
  }),
})

export const halfYearReport: z.ZodType<HalfYearReport> = reportFields.openapi('HalfYearReport')

export const reportTable = z.object({
  headings: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  textColumns: z.int().openapi({ description: 'How many columns, from the first, hold words' }),
})

/** One figure as people read it: what it shows in a sentence, its unit and base, the picture and its table. */
export const reportChart = z
  .object({
    chart: z.string(),
    title: z.string(),
    sentence: z.string(),
    unit: z.string(),
    base: z.string(),
    svg: z.string(),
    table: reportTable,
    notes: z.array(z.string()).openapi({ description: 'Events that may explain a month' }),
  })
  .openapi('ReportChart')

export type ReportChart = z.infer<typeof reportChart>

const period = z.strictObject({ from: localDate, to: localDate })

export const readLiveReport = createRoute({
  method: 'get',
  path: '/api/v1/reports/live',
  summary: 'The figures of a period as they stand now (coordinator)',
  request: { query: period },
  responses: {
    200: { description: 'The report', content: { 'application/json': { schema: halfYearReport } } },
    ...problems,
  },
})

const rowFilter = z.partialRecord(z.enum(['from', 'to', ...filterFields]), z.string())

const rowFilterLists: z.ZodType<RowFilters> = z.record(z.string(), z.array(rowFilter.nullable())).openapi({
  description:
    'By chart, in the order of its table: how the list of requests finds what a row counts; null where it cannot',
})

export const readLiveReportPage = createRoute({
  method: 'get',
  path: '/api/v1/reports/live/page',
  summary: 'The same figures with their charts, sentences and tables in one language',
  request: { query: period.extend({ language: staffLanguage }) },
  responses: {
    200: {
      description: 'The report and its charts',
      content: {
        'application/json': {
          schema: z.object({
            report: halfYearReport,
            charts: z.array(reportChart),
            filters: rowFilterLists,
          }),
        },
      },
    },
    ...problems,
  },
})

export const reportComparison = z
  .object({
    title: z.string(),
    sentences: z.array(z.string()),
    table: reportTable,
  })
  .openapi('ReportComparison')

export const compareLiveReport = createRoute({
  method: 'get',
  path: '/api/v1/reports/live/comparisons',
  summary:
    'The figures of a period beside those of the equal period before, and of a year earlier (coordinator)',
  request: { query: period.extend({ language: staffLanguage }) },
  responses: {
    200: {
      description: 'Two comparisons',
      content: { 'application/json': { schema: z.object({ items: z.array(reportComparison) }) } },
    },
    ...problems,
  },
})

const duePeriod = z
  .object({
    from: localDate,
    to: localDate,
    partOf: z
      .object({ id: projectId, name: z.string(), number: z.int(), of: z.int() })
      .nullable()
      .openapi({ description: 'The partial report that is due; null for a half-year' }),
    total: z.int(),
    notAsked: z
      .array(z.object({ field: z.enum(askedFields), requests: z.int(), percent: z.int() }))
      .readonly(),
    openChapters: z
      .array(z.object({ number: z.int(), title: z.string() }))
      .openapi({ description: 'Whose text nobody called ready; in the language of Accept-Language' }),
    unfinished: z.int().openapi({ description: 'Requests that were noted in one tap and say little yet' }),
  })
  .openapi('DuePeriod')

const file = { schema: z.string().openapi({ format: 'binary' }) }

/** A report as a file, in any of the formats that it can be made into. */
export const reportFileAnswer = {
  description: 'The file',
  content: {
    [reportMediaType.pdf]: file,
    [reportMediaType.docx]: file,
    [reportMediaType.xlsx]: file,
    [reportMediaType.csv]: file,
    [reportMediaType.pptx]: file,
    [reportMediaType.json]: file,
  },
}

export const listDuePeriods = createRoute({
  method: 'get',
  path: '/api/v1/reports/due',
  summary: 'Periods that ended lately and have no frozen report yet, with what nobody asked (coordinator)',
  responses: {
    200: {
      description: 'Each partial report of a project, or the half-year',
      content: { 'application/json': { schema: z.object({ items: z.array(duePeriod) }) } },
    },
    ...problems,
  },
})

/** Which report of the figures as they stand now. */
export const liveReportQuery = period.extend({
  language: staffLanguage,
  projectId: projectId
    .optional()
    .openapi({ description: 'The project whose partial report over these days this is' }),
})

const liveFiles = reportFormat.options.map((format) => `live.${format}` as const)

export const readLiveReportFile = createRoute({
  method: 'get',
  path: '/api/v1/reports/{file}',
  summary:
    'The same report as a file: tagged PDF (PDF/UA-1), document, workbook, one long table, slides or JSON',
  request: {
    params: z.object({ file: z.enum(liveFiles) }),
    query: liveReportQuery,
  },
  responses: { 200: reportFileAnswer, ...problems },
})
