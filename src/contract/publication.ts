import { createRoute, z } from '@hono/zod-openapi'
import { publicationId, snapshotId } from '../domain/id.ts'
import { staffLanguage } from '../domain/language.ts'
import { localDate, month } from '../domain/local-date.ts'
import { eventConcerns } from '../domain/report/event-title.ts'
import { publishedAudience } from '../domain/report/report-format.ts'
import type { ShownReport } from '../domain/report/shown-report.ts'
import { writtenText } from '../domain/written-text.ts'
import { longestTitle } from './calendar-event.ts'
import { frozenCode } from './code-list.ts'
import { personOnly, problems, writeProblems } from './problem.ts'
import { reportedProject } from './project.ts'
import { populationFigures, reportChart, reportFields, share } from './report.ts'
import { frozenText } from './report-text.ts'

const hidden = { requests: z.null(), percent: z.null(), hidden: z.literal(true) }
const shownShare = z.union([share.extend({ percent: z.int().nullable() }), share.extend(hidden)])
const shownMonth = reportFields.shape.months.element
const nationality = reportFields.shape.nationalities.shape.topTen.element

export const shownReport: z.ZodType<ShownReport> = reportFields
  .omit({ groupContacts: true })
  .extend({
    months: z.array(
      z.union([
        shownMonth,
        shownMonth.extend({ requests: z.null(), perOpeningDay: z.null(), hidden: z.literal(true) }),
      ]),
    ),
    clientKinds: z.array(shownShare),
    statuses: z.array(shownShare),
    nationalities: reportFields.shape.nationalities.extend({
      topTen: z.array(
        nationality.extend({
          percentOfTopTen: z.int().nullable(),
          percentOfAll: z.int().nullable(),
        }),
      ),
      other: z.object({ countries: z.int(), requests: z.int().nullable() }),
    }),
    themes: z.array(shownShare.and(z.object({ subThemes: z.array(shownShare) }))),
    languages: z.array(shownShare),
    actions: z.array(shownShare),
    whoDidIt: z.array(shownShare),
    outcomes: z.array(shownShare),
    barriers: z.array(shownShare),
    origins: z.array(shownShare),
    firstVisits: z.array(shownShare).optional(),
    population: populationFigures
      .extend({
        groups: z
          .array(
            populationFigures.shape.groups.unwrap().element.extend({
              requests: z.int().nullable().openapi({ description: 'Null: fewer than ten, or none' }),
              percentOfRequests: z.int().nullable(),
            }),
          )
          .readonly(),
      })
      .optional(),
    desks: z.array(shownShare),
  })
  .openapi('ShownReport')

export const publicationHead = z
  .object({
    id: publicationId,
    snapshotId,
    audience: publishedAudience.describe('council: in the app only; everybody: on the public pages'),
    from: localDate,
    to: localDate,
    publishedAt: z.iso.datetime(),
    checksum: z.string().openapi({
      description:
        'SHA-256 over the canonical JSON (RFC 8785) of report, codes, openingDays, events, texts, project and keptMonths',
    }),
    withdrawn: z
      .object({ at: z.iso.datetime(), reason: z.string() })
      .nullable()
      .openapi({ description: 'Null while it stands' }),
  })
  .openapi('PublicationHead')

export type PublicationHead = z.infer<typeof publicationHead>

const reportEvent = z.object({ from: localDate, to: localDate, title: z.string() })

export const publishedContent = z.object({
  report: shownReport,
  codes: z.array(frozenCode).readonly(),
  openingDays: z.array(localDate).readonly(),
  events: z.array(reportEvent).readonly(),
  texts: z
    .array(frozenText)
    .readonly()
    .optional()
    .openapi({ description: 'Texts for everybody, in every language' }),
  project: reportedProject.optional(),
  keptMonths: z.array(month).readonly().openapi({
    description: 'Months that were published before: their figures are those of that publication',
  }),
})

const wantedPublication = z.object({
  audience: publishedAudience,
  events: z
    .array(writtenText({ most: longestTitle }).nullable())
    .optional()
    .openapi({
      description:
        'For each event of its preview the words with which it is published, null to leave it out; without this as they stand there',
    }),
})

const params = z.object({ id: snapshotId })
const ofAudience = z.strictObject({ language: staffLanguage, audience: publishedAudience })
const publishedPage = publishedContent
  .pick({ report: true, keptMonths: true })
  .extend({ charts: z.array(reportChart) })
const headAnswer = (description: string) => ({
  description,
  content: { 'application/json': { schema: publicationHead } },
})

export const listPublications = createRoute({
  method: 'get',
  path: '/api/v1/publications',
  summary:
    'The published reports of the city that you may read, newest first; a withdrawn one stays listed. One that is open to everybody after the council had it is there twice',
  responses: {
    200: {
      description: 'All of them',
      content: { 'application/json': { schema: z.object({ items: z.array(publicationHead) }) } },
    },
    ...problems,
  },
})

export const readPublication = createRoute({
  method: 'get',
  path: '/api/v1/snapshots/{id}/publication',
  summary:
    'A published report with its charts and sentences in one language, for whoever reads it in the app',
  request: { params, query: ofAudience },
  responses: {
    200: {
      description: 'The report as it was published',
      content: { 'application/json': { schema: publishedPage.extend({ publication: publicationHead }) } },
    },
    ...problems,
  },
})

export const publishReport = createRoute({
  ...personOnly,
  method: 'put',
  path: '/api/v1/snapshots/{id}/publication',
  summary:
    'Publish a frozen report for the council, or for everybody: small numbers are hidden, so that none follows from all that is published. For the second of the two it shows the same figures',
  request: {
    params,
    body: {
      required: true,
      content: { 'application/json': { schema: wantedPublication } },
    },
  },
  responses: {
    200: headAnswer('It was published before'),
    201: headAnswer('It is published now'),
    ...writeProblems,
  },
})

export const withdrawReport = createRoute({
  ...personOnly,
  method: 'put',
  path: '/api/v1/snapshots/{id}/withdrawal',
  summary: 'Take a published report back from whoever it was published for; it stays listed as withdrawn',
  request: {
    params,
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ reason: writtenText({ most: 300 }) }) } },
    },
  },
  responses: { 200: headAnswer('It is withdrawn'), ...writeProblems },
})

export const previewPublication = createRoute({
  ...personOnly,
  method: 'get',
  path: '/api/v1/snapshots/{id}/publication/preview',
  summary:
    'What its readers would see of it, with charts and sentences in one language; nothing is published yet',
  request: { params, query: ofAudience },
  responses: {
    200: {
      description: 'The report as it would be published, or is',
      content: {
        'application/json': {
          schema: publishedPage.extend({
            publication: publicationHead.nullable(),
            events: z
              .array(
                reportEvent.extend({
                  concerns: z
                    .array(z.enum(eventConcerns))
                    .openapi({ description: 'What its title seems to tell of a person' }),
                  texts: z
                    .array(frozenText.pick({ language: true }).extend({ number: z.int(), title: z.string() }))
                    .openapi({
                      description: 'Texts that say its title: they stay out where it is left out or reworded',
                    }),
                }),
              )
              .openapi({ description: 'The events that would be readable' }),
            withheld: z
              .array(
                frozenText
                  .omit({ body: true })
                  .extend({ number: z.int(), title: z.string(), sentence: z.string() }),
              )
              .openapi({
                description:
                  'Texts that stay out: the sentence tells a number or an event that these readers may not know',
              }),
          }),
        },
      },
    },
    ...problems,
  },
})
