import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { translator } from '../../text/translate.ts'
import type { RequestEnv } from '../context.ts'

/** The staff web app: hashed assets may be kept for ever, its one page never. Every other path is the app's own. */
export const webFiles = new Hono<RequestEnv>()
  .get('/assets/*', async (c, next) => {
    const root = c.var.services.web.folder
    const keep = serveStatic<RequestEnv>({
      root,
      precompressed: true,
      onFound: (_path, found) => found.header('cache-control', 'public, max-age=31536000, immutable'),
    })
    return (await keep(c, next)) ?? c.notFound()
  })
  .get('*', async (c, next) => {
    const { web } = c.var.services
    if (!web.isReady()) return c.html(preparing(c.var.language), 503, { 'retry-after': '2' })
    const file = /\.[a-z0-9]+$/.test(c.req.path) ? c.req.path : '/index.html'
    const page = serveStatic<RequestEnv>({ root: web.folder, path: file, precompressed: true })
    c.header('cache-control', 'no-cache')
    return (await page(c, next)) ?? c.notFound()
  })

/** Shown in the seconds in which the web app is built for the first time. */
function preparing(language: Parameters<typeof translator>[0]) {
  const t = translator(language)
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta http-equiv="refresh" content="2" />
    <title>Brugwijzer</title>
  </head>
  <body>
    <h1>Brugwijzer</h1>
    <p>${t('refusal:web_preparing')}</p>
  </body>
</html>`
}
