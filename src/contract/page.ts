import { z } from '@hono/zod-openapi'

/**
 * Which page of a list: how many at most, and from where. Without a cursor it is the first. An unknown name is refused, as
 * in requestFilter.
 */
export const pageQuery = ({ usual = 50, most = 200 } = {}) =>
  z.strictObject({
    cursor: z.string().max(1000).optional().openapi({ description: '`next` of the page before' }),
    limit: z.coerce.number().int().min(1).max(most).default(usual),
  })

/** One page; `next` is the cursor of the page after it, and is left out of the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().optional() })

export const pageAnswer = <Item extends z.ZodType>(item: Item) => ({
  description: 'A page; `next` is the cursor of the page after it',
  content: { 'application/json': { schema: pageOf(item) } },
})
