import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'
import { listCities } from '../../db/city/city-store.ts'
import type { RequestEnv } from '../context.ts'
import { ProblemError } from '../problem.ts'

export const healthRoutes = new Hono<RequestEnv>()
  .get('/health/live', (c) => c.json({ status: 'live' }))
  .get('/health/ready', async (c) => {
    await listCities(c.var.services.db)
    return c.json({ status: 'ready' })
  })
  .get('/metrics', async (c) => {
    // Figures of the machine are for who runs it: asked on the machine itself, not through a proxy.
    const { address = '' } = getConnInfo(c).remote
    const here = address === '::1' || address.replace('::ffff:', '').startsWith('127.')
    if (!here || c.req.header('x-forwarded-for')) throw new ProblemError(404, 'not_found')
    const { registry } = c.var.services.metrics
    return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType })
  })
