import { createRoute, z } from '@hono/zod-openapi'
import { staffLanguage } from '../domain/language.ts'
import { localDate } from '../domain/local-date.ts'
import { populationContent } from '../domain/report/population.ts'
import { ifMatch, problems, writeProblems } from './problem.ts'

/** Who lives in the municipality, as it was counted on a day. */
export const population = populationContent
  .extend({ countedOn: localDate, version: z.int() })
  .openapi('Population')
export type Population = z.infer<typeof population>

const populationAnswer = (description: string) => ({
  description,
  content: { 'application/json': { schema: population } },
})
const params = z.object({ countedOn: localDate })

export const listPopulations = createRoute({
  method: 'get',
  path: '/api/v1/populations',
  summary: 'Every counting of the municipality that was written down, the newest first (coordinator)',
  responses: {
    200: {
      description: 'All of them',
      content: { 'application/json': { schema: z.object({ items: z.array(population) }) } },
    },
    ...problems,
  },
})

/** A line of a pasted list. */
export const populationLine = z
  .object({
    row: z.int(),
    name: z.string(),
    people: z.int().nullable().openapi({ description: 'Null: no whole number stands there' }),
    country: z.string().nullable().openapi({ description: 'Null: nobody knows which nationality it is' }),
    label: z.string().nullable(),
  })
  .openapi('PopulationLine')
export type PopulationLine = z.infer<typeof populationLine>

export const readPopulation = createRoute({
  method: 'post',
  path: '/api/v1/populations/readings',
  summary: 'What a pasted list of nationalities and numbers is read as; nothing is kept (coordinator)',
  request: {
    query: z.strictObject({ language: staffLanguage }),
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ text: z.string().max(100_000) }) } },
    },
  },
  responses: {
    200: {
      description: 'Every line but the headings',
      content: { 'application/json': { schema: z.object({ lines: z.array(populationLine) }) } },
    },
    ...problems,
  },
})

export const putPopulation = createRoute({
  method: 'put',
  path: '/api/v1/populations/{countedOn}',
  summary: 'Write down what was counted on a day, or with If-Match replace it (coordinator)',
  request: {
    params,
    headers: ifMatch,
    body: { required: true, content: { 'application/json': { schema: populationContent } } },
  },
  responses: {
    200: populationAnswer('Replaced, or as it was'),
    201: populationAnswer('Written down'),
    ...writeProblems,
  },
})

export const removePopulation = createRoute({
  method: 'delete',
  path: '/api/v1/populations/{countedOn}',
  summary: 'Take a counting away; frozen reports keep it (coordinator)',
  request: { params, headers: ifMatch },
  responses: { 204: { description: 'It is gone' }, ...writeProblems },
})
