import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router'
import { paths } from './paths.ts'
import { sessionQuery, welcomeQuery } from './session.ts'
import { BrokenPage } from './shell/broken-page.tsx'
import { Frame } from './shell/frame.tsx'
import { NotFoundPage } from './shell/not-found-page.tsx'

/** Around every page. */
export const root = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  loader: async ({ context: { queries } }) => {
    await Promise.all([queries.ensureQueryData(welcomeQuery), queries.ensureQueryData(sessionQuery)])
  },
  component: Frame,
  errorComponent: BrokenPage,
  notFoundComponent: NotFoundPage,
})

/** Everything below is for who is signed in; whoever is not comes back here after signing in. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context: { queries }, location }) => {
    const session = await queries.ensureQueryData(sessionQuery)
    if (session) return { session }
    const next = location.href === paths.start ? {} : { next: location.href }
    throw redirect({ to: paths.signIn, search: next })
  },
})
