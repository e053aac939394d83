import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { openCatalogue } from './language.ts'
import { manageMenuFor, menuFor } from './menu.ts'
import { newestRequestQuery } from './pages/requests/newest-request.ts'
import { paths, readReturnPath } from './paths.ts'
import {
  type RequestSearch,
  readCodesSearch,
  readFrozenSearch,
  readImportSearch,
  readMakingSearch,
  readMembersSearch,
  readPlacesSearch,
  readReportSearch,
  readRequestSearch,
} from './search.ts'
import { sessionQuery, welcomeQuery } from './session.ts'
import { BrokenPage } from './shell/broken-page.tsx'
import { Frame } from './shell/frame.tsx'
import { goToPeriod } from './shell/go-to-period.ts'
import { ManageFrame } from './shell/manage-frame.tsx'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { PendingPage } from './shell/pending-page.tsx'

const root = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  loader: async ({ context: { queries } }) => {
    await Promise.all([queries.ensureQueryData(welcomeQuery), queries.ensureQueryData(sessionQuery)])
  },
  component: Frame,
  errorComponent: BrokenPage,
  notFoundComponent: NotFoundPage,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  validateSearch: (search: Record<string, unknown>): { next?: string | undefined } => ({
    next: readReturnPath(search.next),
  }),
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

/** Everything below is for who is signed in; whoever is not comes back here after signing in. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context: { queries }, location }) => {
    const session = await queries.ensureQueryData(sessionQuery)
    if (session) return { session }
    const next = location.href === paths.start ? {} : { next: location.href }
    throw redirect({ to: paths.signIn, search: next })
  },
})

const start = createRoute({
  getParentRoute: () => signedIn,
  path: paths.start,
  beforeLoad: ({ context: { session } }) => {
    const [first] = menuFor(session.rights)
    if (first) throw redirect({ to: first.path, replace: true })
  },
  component: lazyRouteComponent(() => import('./pages/start-page.tsx'), 'StartPage'),
})

const desk = createRoute({
  getParentRoute: () => signedIn,
  path: paths.desk,
  loader: () => openCatalogue('desk'),
  component: lazyRouteComponent(() => import('./pages/desk/desk-page.tsx'), 'DeskPage'),
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

const request = createRoute({
  getParentRoute: () => signedIn,
  path: paths.request,
  loader: () => openCatalogue('request'),
  component: lazyRouteComponent(() => import('./pages/request/request-page.tsx'), 'RequestPage'),
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
  loader: () => openCatalogue('making', 'projects'),
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

const manage = createRoute({ getParentRoute: () => signedIn, path: paths.manage, component: ManageFrame })

const manageStart = createRoute({
  getParentRoute: () => manage,
  path: '/',
  beforeLoad: ({ context: { session } }) => {
    throw redirect({ to: manageMenuFor(session.rights)[0]?.path ?? paths.start, replace: true })
  },
})

const places = createRoute({
  getParentRoute: () => manage,
  path: '/places',
  validateSearch: readPlacesSearch,
  loader: () => openCatalogue('places'),
  component: lazyRouteComponent(() => import('./pages/places/places-page.tsx'), 'PlacesPage'),
})

const codes = createRoute({
  getParentRoute: () => manage,
  path: '/codes',
  validateSearch: readCodesSearch,
  loader: () => openCatalogue('codes'),
  component: lazyRouteComponent(() => import('./pages/codes/codes-page.tsx'), 'CodesPage'),
})

const members = createRoute({
  getParentRoute: () => manage,
  path: '/members',
  validateSearch: readMembersSearch,
  loader: () => openCatalogue('members'),
  component: lazyRouteComponent(() => import('./pages/members/members-page.tsx'), 'MembersPage'),
})

const imports = createRoute({
  getParentRoute: () => manage,
  path: '/imports',
  loader: () => openCatalogue('imports'),
  component: lazyRouteComponent(() => import('./pages/imports/imports-page.tsx'), 'ImportsPage'),
})

const oneImport = createRoute({
  getParentRoute: () => manage,
  path: '/imports/$id',
  validateSearch: readImportSearch,
  loader: () => openCatalogue('imports'),
  component: lazyRouteComponent(() => import('./pages/imports/import-page.tsx'), 'ImportPage'),
})

const privacy = createRoute({
  getParentRoute: () => manage,
  path: '/privacy',
  // Filters and columns are called as in the list of requests.
  loader: () => openCatalogue('privacy', 'requests'),
  component: lazyRouteComponent(() => import('./pages/privacy/privacy-page.tsx'), 'PrivacyPage'),
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
        requests,
        request,
        reports,
        making,
        frozenReport,
        publishedReport,
        projects,
        manage.addChildren([manageStart, places, codes, members, imports, oneImport, privacy]),
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
