import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'
import type { StaffLanguage } from '../domain/language.ts'
import type { SignedIn } from '../domain/people/session.ts'
import type { BackgroundWork } from '../jobs/background-work.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { SearchShelf } from './request/search-shelf.ts'
import type { Metrics } from './server/metrics.ts'
import type { Auth } from './sign-in/auth.ts'
import type { LastSeen } from './sign-in/last-seen.ts'
import type { CodeShelf } from './visit/code-shelf.ts'

/** What the server was started with; handlers get everything from here. */
export interface Services {
  readonly db: Database
  /** The words that may be searched in `db`, kept between requests. */
  readonly search: SearchShelf
  /** The code lists of the cities, kept between visits. */
  readonly codes: CodeShelf
  readonly auth: Auth
  /** Who was at the door before. */
  readonly lastSeen: LastSeen
  readonly secret: string
  /** https://… of the outside world: makes cookies Secure, and begins every link in a mail. */
  readonly baseUrl: string
  /** Undefined: this installation sends no mail. */
  readonly mailer: Mailer | undefined
  /** For what goes on after the answer. */
  readonly background: BackgroundWork
  readonly demo: boolean
  readonly trustedProxies: number
  readonly log: Logger
  readonly metrics: Metrics
  /** Folder of the built web app, and whether it is ready to be served. */
  readonly web: { readonly folder: string; readonly isReady: () => boolean }
  readonly now: () => Date
}

/** What each request carries. */
export interface RequestEnv {
  Variables: {
    services: Services
    requestId: string
    language: StaffLanguage
    /** Set by the signedIn middleware; routes behind it may rely on it. */
    signedIn: SignedIn
    /** Undefined: a program asks, with a key. */
    sessionToken: string | undefined
  }
}
