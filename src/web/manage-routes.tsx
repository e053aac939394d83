import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { signedIn } from './base-route.tsx'
import { openCatalogue } from './language.ts'
import { manageMenuFor } from './menu.ts'
import { paths } from './paths.ts'
import { readCodesSearch, readImportSearch, readMembersSearch, readPlacesSearch } from './search.ts'
import { ManageFrame } from './shell/manage-frame.tsx'

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

const words = createRoute({
  getParentRoute: () => manage,
  path: '/words',
  loader: () => openCatalogue('client', 'typed'),
  component: lazyRouteComponent(() => import('./pages/words/words-page.tsx'), 'WordsPage'),
})

const members = createRoute({
  getParentRoute: () => manage,
  path: '/members',
  validateSearch: readMembersSearch,
  loader: () => openCatalogue('members'),
  component: lazyRouteComponent(() => import('./pages/members/members-page.tsx'), 'MembersPage'),
})

const devices = createRoute({
  getParentRoute: () => manage,
  path: '/devices',
  loader: () => openCatalogue('devices', 'typed'),
  component: lazyRouteComponent(() => import('./pages/devices/devices-page.tsx'), 'DevicesPage'),
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

/** The pages under Beheer. */
export const manageRoutes = manage.addChildren([
  manageStart,
  places,
  codes,
  words,
  members,
  devices,
  imports,
  oneImport,
  privacy,
])
