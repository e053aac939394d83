import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { root, signedIn } from './base-route.tsx'
import { openCatalogue } from './language.ts'
import { manageRoutes } from './manage-routes.tsx'
import { firstPageFor } from './menu.ts'
import { newestRequestQuery } from './pages/requests/newest-request.ts'
import { paths, readReturnPath } from './paths.ts'
import {
  type RequestSearch,
  readFrozenSearch,
  readMakingSearch,
  readPeriodSearch,
  readReportSearch,
  readRequestSearch,
  readSignInSearch,
} from './search.ts'
import { sessionQuery } from './session.ts'
import { BrokenPage } from './shell/broken-page.tsx'
import { goToPeriod } from './shell/go-to-period.ts'
import { PendingPage } from './shell/pending-page.tsx'

const signIn = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  validateSearch: readSignInSearch,
  beforeLoad: async ({ context: { queries }, search }) => {
    if (await queries.ensureQueryData(sessionQuery))
      throw redirect({ href: readReturnPath(search.next) ?? paths.start })
  },
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
})

const joiningPage = (path: '/invitation' | '/new-password' | '/forgotten-password') =>
  ({ getParentRoute: () => root, path, loader: () => openCatalogue('joining') }) as const

const invitation = createRoute({
  ...joiningPage(paths.invitation),
  component: lazyRouteComponent(() => import('./pages/sign-in/invitation-page.tsx'), 'InvitationPage'),
})

const newPassword = createRoute({
  ...joiningPage(paths.newPassword),
  component: lazyRouteComponent(() => import('./pages/sign-in/new-password-page.tsx'), 'NewPasswordPage'),
})

const forgottenPassword = createRoute({
  ...joiningPage(paths.forgottenPassword),
  component: lazyRouteComponent(
    () => import('./pages/sign-in/forgotten-password-page.tsx'),
    'ForgottenPasswordPage',
  ),
})

const start = createRoute({
  getParentRoute: () => signedIn,
  path: paths.start,
  beforeLoad: ({ context: { session } }) => {
    const first = firstPageFor(session.rights)
    if (first) throw redirect({ to: first, replace: true })
  },
  loader: () => openCatalogue('start'),
  component: lazyRouteComponent(() => import('./pages/start-page.tsx'), 'StartPage'),
})

const desk = createRoute({
  getParentRoute: () => signedIn,
  path: paths.desk,
  loader: () => openCatalogue('desk'),
  component: lazyRouteComponent(() => import('./pages/desk/desk-page.tsx'), 'DeskPage'),
})

const today = createRoute({
  getParentRoute: () => signedIn,
  path: paths.today,
  loader: () => openCatalogue('desk', 'today', 'followups'),
  component: lazyRouteComponent(() => import('./pages/today/today-page.tsx'), 'TodayPage'),
})

const requests = createRoute({
  getParentRoute: () => signedIn,
  path: paths.requests,
  validateSearch: readRequestSearch,
  // The filter's first period is that of the newest request, so the filter comes when that is known.
  loader: async ({ context: { queries, session } }) => {
    await Promise.all([
      openCatalogue('requests'),
      session.rights.includes('requests.read') && queries.ensureQueryData(newestRequestQuery),
    ])
  },
  component: lazyRouteComponent(() => import('./pages/requests/requests-page.tsx'), 'RequestsPage'),
})

const groups = createRoute({
  getParentRoute: () => signedIn,
  path: paths.groups,
  validateSearch: readPeriodSearch,
  loader: () => openCatalogue('groups'),
  component: lazyRouteComponent(() => import('./pages/groups/groups-page.tsx'), 'GroupsPage'),
})

const request = createRoute({
  getParentRoute: () => signedIn,
  path: paths.request,
  loader: () => openCatalogue('request', 'typed'),
  component: lazyRouteComponent(() => import('./pages/request/request-page.tsx'), 'RequestPage'),
})

const coaching = createRoute({
  getParentRoute: () => signedIn,
  path: paths.coaching,
  loader: () => openCatalogue('coaching', 'typed'),
  component: lazyRouteComponent(() => import('./pages/coaching/coaching-page.tsx'), 'CoachingPage'),
})

const reports = createRoute({
  getParentRoute: () => signedIn,
  path: paths.reports,
  beforeLoad: goToPeriod(paths.reports),
  validateSearch: readReportSearch,
  loader: () => openCatalogue('publication', 'projects'),
  component: lazyRouteComponent(() => import('./pages/reports/reports-page.tsx'), 'ReportsPage'),
})

const making = createRoute({
  getParentRoute: () => signedIn,
  path: paths.making,
  beforeLoad: goToPeriod(paths.making),
  validateSearch: readMakingSearch,
  loader: () => openCatalogue('making'),
  component: lazyRouteComponent(() => import('./pages/report-making/making-page.tsx'), 'MakingPage'),
})

const frozenReport = createRoute({
  getParentRoute: () => signedIn,
  path: paths.frozenReport,
  validateSearch: readFrozenSearch,
  loader: () => openCatalogue('publication', 'projects', 'mailing', 'making'),
  component: lazyRouteComponent(() => import('./pages/reports/frozen-report-page.tsx'), 'FrozenReportPage'),
})

const publishedReport = createRoute({
  getParentRoute: () => signedIn,
  path: paths.publishedReport,
  loader: () => openCatalogue('publication'),
  component: lazyRouteComponent(() => import('./pages/reports/published-page.tsx'), 'PublishedPage'),
})

const projects = createRoute({
  getParentRoute: () => signedIn,
  path: paths.projects,
  loader: () => openCatalogue('projects'),
  component: lazyRouteComponent(() => import('./pages/projects/projects-page.tsx'), 'ProjectsPage'),
})

export const createAppRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: root.addChildren([
      signIn,
      invitation,
      newPassword,
      forgottenPassword,
      signedIn.addChildren([
        start,
        desk,
        today,
        requests,
        groups,
        request,
        coaching,
        reports,
        making,
        frozenReport,
        publishedReport,
        projects,
        manageRoutes,
      ]),
    ]),
    context: { queries },
    defaultPendingComponent: PendingPage,
    defaultErrorComponent: BrokenPage,
    defaultPreload: 'intent',
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
  interface HistoryState {
    /** What the list was narrowed to when this request was opened from it. */
    readonly list?: RequestSearch
  }
}
