import { createRoute, z } from '@hono/zod-openapi'
import { localDate, month } from '../domain/local-date.ts'
import { tellingKinds } from '../domain/report/story/telling-part.ts'
import { pageAnswer, pageQuery } from './page.ts'
import { personOnly, problems } from './problem.ts'

/** A part of a text that may tell who it is about. */
export const tellingPart = z.object({
  kind: z.enum(tellingKinds),
  text: z.string(),
  start: z.int().openapi({ description: 'In UTF-16 units from the beginning' }),
})

/** What somebody said and lets the city quote: no guide, desk, day or nationality beside it. */
export const story = z
  .object({
    words: z.string(),
    theme: z.string(),
    month,
    telling: z.array(tellingPart).openapi({ description: 'What to say otherwise before it is quoted' }),
  })
  .openapi('Story')
export type Story = z.infer<typeof story>

export const listStories = createRoute({
  method: 'get',
  path: '/api/v1/reports/stories',
  ...personOnly,
  summary: 'What people said in a period and let the city quote, newest first (coordinator)',
  request: {
    query: pageQuery({ usual: 10, most: 50 }).extend({
      from: localDate,
      to: localDate,
      q: z.string().trim().max(200).optional().openapi({ description: 'Words that are in it, or begin so' }),
    }),
  },
  responses: { 200: pageAnswer(story), ...problems },
})
