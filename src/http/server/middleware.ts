import { randomUUID } from 'node:crypto'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import { secureHeaders } from 'hono/secure-headers'
import { putClientRecording } from '../../contract/client-words.ts'
import { addImportFile } from '../../contract/import.ts'
import { type StaffLanguage, staffLanguage } from '../../domain/language.ts'
import type { RequestEnv, Services } from '../context.ts'
import { keyHeader } from '../sign-in/signed-in.ts'

export const withServices = (services: Services) =>
  createMiddleware<RequestEnv>(async (c, next) => {
    c.set('services', services)
    const requestId = randomUUID()
    c.set('requestId', requestId)
    // Headers are set before the answer is made: on a made one they cost a second answer (docs/performance.md).
    c.header('x-request-id', requestId)
    // What a browser may never keep: answers about people. Files of the web app say otherwise for themselves.
    c.header('cache-control', 'no-store')
    c.set('language', languageOf(c.req.header('accept-language')))
    await next()
  })

/** One line per request: what was asked by its pattern, never its address, its words or who asked. */
export const logRequest = createMiddleware<RequestEnv>(async (c, next) => {
  const startedAt = performance.now()
  await next()
  const milliseconds = performance.now() - startedAt
  const { method } = c.req
  // A pattern such as /api/v1/requests; files of the web app and addresses that nobody serves are one.
  const route = matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? 'file'
  const { status } = c.res
  c.var.services.metrics.requests.observe({ method, route, status: String(status) }, milliseconds / 1000)
  const line = { requestId: c.var.requestId, method, route, status, milliseconds: Math.round(milliseconds) }
  c.var.services.log[status >= 500 ? 'error' : 'info'](line, 'answered')
})

const fromHere = csrf()

/**
 * A form of another site rides on the cookies of the browser. A key is no cookie: no other site can send that header
 * without our leave, and whoever sends it is judged by the key alone (signed-in.ts).
 */
export const refuseOtherSites = createMiddleware<RequestEnv>((c, next) =>
  c.req.header(keyHeader) === undefined ? fromHere(c, next) : next(),
)

const mebibyte = 1024 * 1024
const uptoMebibyte = bodyLimit({ maxSize: mebibyte })

/** Where more than a mebibyte may come in: these have a limit of their own. */
const isLarge = (path: string): boolean => path === addImportFile.path || recordingPath.test(path)
const recordingPath = new RegExp(`^${putClientRecording.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)

/**
 * A spreadsheet is larger, is never held whole, and has a limit of its own (import-bytes-store.ts); so has a recording. Looking at a body, even
 * for one where a question has none, would cost more than all the rest: one that says its length, and is then cut off there
 * by the server itself, is not looked at.
 */
export const limitBody = createMiddleware<RequestEnv>((c, next) => {
  const { method, path } = c.req
  if (method === 'GET' || method === 'HEAD' || isLarge(path)) return next()
  const saysLength = c.req.header('transfer-encoding') === undefined
  const isSmall = saysLength && Number(c.req.header('content-length')) <= mebibyte
  return isSmall ? next() : uptoMebibyte(c, next)
})

/** Everything comes from here and nothing may be written into a page: no inline script, no inline style. */
export const strictHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    // What is read aloud, as it was fetched or recorded just now.
    mediaSrc: ['blob:'],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  // The camera reads the code of a card (web/pages/client/card-scan.tsx); somebody reads the first words aloud.
  permissionsPolicy: { camera: ['self'], geolocation: [], microphone: ['self'] },
})

function languageOf(header: string | undefined): StaffLanguage {
  for (const part of (header ?? '').split(',')) {
    const parsed = staffLanguage.safeParse(part.trim().slice(0, 2).toLowerCase())
    if (parsed.success) return parsed.data
  }
  return 'nl'
}
