import { hashPassword } from 'better-auth/crypto'
import pino from 'pino'
import type { Database } from '../src/db/database.ts'
import { findAccount } from '../src/db/people/account-store.ts'
import { setPassword } from '../src/db/people/credential-store.ts'
import { isRefusal } from '../src/domain/refusal.ts'
import { createApp } from '../src/http/app.ts'
import { SearchShelf } from '../src/http/request/search-shelf.ts'
import { createMetrics } from '../src/http/server/metrics.ts'
import { createAuth } from '../src/http/sign-in/auth.ts'
import { LastSeen } from '../src/http/sign-in/last-seen.ts'
import { CodeShelf } from '../src/http/visit/code-shelf.ts'
import { openBackgroundWork } from '../src/jobs/background-work.ts'
import { listen } from '../src/listen.ts'
import { type MailSettings, openMailer } from '../src/mail/mailer.ts'

/** Of every server here. */
export const testSecret = 'a secret of Oostdijk that is long enough'
export const password = 'een lange zin van Oostdijk'

export interface TestServer {
  readonly url: string
  /** Everything that was logged, line by line. */
  readonly log: readonly string[]
  readonly close: () => Promise<void>
}

/** The product's own server on a free port, over a database of the test. */
export async function openServer(
  db: Database,
  options: {
    readonly demo?: boolean
    readonly trustedProxies?: number
    readonly now?: () => Date
    readonly mail?: MailSettings
  } = {},
): Promise<TestServer> {
  const lines: string[] = []
  const demo = options.demo ?? false
  const secret = testSecret
  const baseUrl = 'http://127.0.0.1'
  const background = openBackgroundWork((error) => lines.push(`background: ${error.stack}`))
  const app = createApp({
    db,
    search: new SearchShelf(db),
    codes: new CodeShelf(db),
    lastSeen: new LastSeen(),
    secret,
    auth: createAuth({ db, secret, baseUrl }),
    baseUrl,
    background,
    mailer: options.mail && openMailer(options.mail),
    demo,
    trustedProxies: options.trustedProxies ?? 0,
    log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
    metrics: createMetrics(),
    web: { folder: 'dist/web', isReady: () => false },
    now: options.now ?? (() => new Date()),
  })
  const server = await listen(app, { host: '127.0.0.1', port: 0 })
  if (isRefusal(server)) throw new Error(server.code)
  const close = async () => {
    await server.close()
    await background.close()
  }
  return { url: `http://127.0.0.1:${server.port}`, log: lines, close }
}

/** Gives everybody in the list the one password of these tests. */
export async function givePasswords(db: Database, emails: readonly string[]): Promise<void> {
  const passwordHash = await hashPassword(password)
  for (const email of emails) {
    const account = await findAccount(db, email)
    if (account) await setPassword(db.auth, account.id, { passwordHash, isVerified: true, now: new Date() })
  }
}

/** A browser's worth of cookies for one person. */
export class Visitor {
  readonly #url: string
  readonly #cookies = new Map<string, string>()
  readonly #headers: Record<string, string>

  constructor({ url }: Pick<TestServer, 'url'>, headers: Record<string, string> = {}) {
    this.#url = url
    this.#headers = headers
  }

  async ask(
    path: string,
    init: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const headers = {
      ...this.#headers,
      ...init.headers,
      cookie: [...this.#cookies].map(([k, v]) => `${k}=${v}`).join('; '),
    }
    const body = init.body === undefined ? {} : { body: JSON.stringify(init.body) }
    const response = await fetch(this.#url + path, {
      method: init.method ?? 'GET',
      headers: init.body === undefined ? headers : { 'content-type': 'application/json', ...headers },
      redirect: 'manual',
      ...body,
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (/max-age=0/i.test(cookie) || value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, pair.slice(name.length + 1))
    }
    return response
  }

  /** Sends a file as the body. */
  async send(
    path: string,
    bytes: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
    init: { method?: string; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const headers = {
      ...this.#headers,
      ...init.headers,
      'content-type': 'application/octet-stream',
      cookie: [...this.#cookies].map(([k, v]) => `${k}=${v}`).join('; '),
    }
    return fetch(this.#url + path, { method: init.method ?? 'POST', headers, body: bytes, duplex: 'half' })
  }

  signIn(email: string, secret = password): Promise<Response> {
    return this.ask('/api/auth/sign-in/email', { method: 'POST', body: { email, password: secret } })
  }
}

/** Everybody in the list, signed in, each from a network of their own; the answer gives one by the address. */
export async function enterAll(
  db: Database,
  server: TestServer,
  emails: readonly string[],
): Promise<(email: string) => Visitor> {
  await givePasswords(db, emails)
  const visitors = new Map<string, Visitor>()
  for (const [i, email] of emails.entries()) {
    const visitor = new Visitor(server, { 'x-forwarded-for': `192.0.2.${i}` })
    const { status } = await visitor.signIn(email)
    if (status !== 204) throw new Error(`${email} cannot sign in: ${status}`)
    visitors.set(email, visitor)
  }
  return (email) => {
    const visitor = visitors.get(email)
    if (!visitor) throw new Error(`${email} is not signed in`)
    return visitor
  }
}

/** The answer in the shape that the contract promises; fails when it is another. */
export const read = async <T>(
  schema: { parse: (value: unknown) => T },
  answer: Response | Promise<Response>,
): Promise<T> => schema.parse(await (await answer).json())
