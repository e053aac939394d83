import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router'
import type { Session } from '../contract/session.ts'
import { lazyPart } from './lazy-part.tsx'
import { paths } from './paths.ts'
import { isAway, sessionQuery, welcomeQuery } from './session.ts'
import { BrokenApp } from './shell/broken-page.tsx'
import { Frame } from './shell/frame.tsx'

/** Around every page. */
export const root = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  loader: async ({ context: { queries } }) => {
    await Promise.all([queries.ensureQueryData(welcomeQuery), queries.ensureQueryData(sessionQuery)])
  },
  component: Frame,
  errorComponent: BrokenApp,
  notFoundComponent: lazyPart(async () => (await import('./shell/not-found-page.tsx')).NotFoundPage),
})

/** Who was signed in on this page until the session ended. */
let last: Session | undefined

/** What opens where the server does not answer. */
const withoutNetwork: readonly string[] = [paths.start, paths.desk, paths.today]

/** Everything below is for who is signed in; whoever is not comes back here after signing in. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context: { queries }, location, cause }) => {
    const session = await queries.ensureQueryData(sessionQuery)
    if (isAway(session) && !withoutNetwork.includes(location.pathname)) throw new TypeError('no network')
    if (session) {
      last = session
      return { session }
    }
    // The desk asks to sign in on top of the form, which stays as it is.
    if (last && cause === 'stay' && location.pathname === paths.desk) return { session: last }
    const next = location.href === paths.start ? {} : { next: location.href }
    throw redirect({ to: paths.signIn, search: next })
  },
})
