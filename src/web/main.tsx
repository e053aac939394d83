import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/tokens.css'
import './ui/fonts.css'
import './ui/base.css'
import { reloadIfFree, watchVersions } from './app-version.ts'
import { openTexts } from './language.ts'
import { createQueries } from './query.ts'
import { createAppRouter } from './router.tsx'
import { followTabs } from './session.ts'
import { showTheme } from './theme.ts'

// The sheets of ui/ come before those of the pages, which refine them, whichever page is first. Those that few pages need,
// and that no page refines by a rule as plain as theirs, come with what they are for.
import.meta.glob(
  [
    './ui/*.css',
    '!./ui/{checkbox,date-field,time-field,copy-field,data-table,panel-button,progress,facts,full-screen}.css',
  ],
  { eager: true },
)

// After an upgrade an open page asks for files that are gone: loading it anew brings the new ones, once. Not without a
// network, where nothing would come, and not under a form that is open: there the part says that it did not come.
const reloadedKey = 'brugwijzer.reloaded'
window.addEventListener('vite:preloadError', () => {
  if (!navigator.onLine || sessionStorage.getItem(reloadedKey) === location.href) return
  sessionStorage.setItem(reloadedKey, location.href)
  reloadIfFree()
})

const app = document.getElementById('app')
if (!app) throw new Error('index.html has no #app')

showTheme()
const queries = createQueries(() => void router.invalidate())
followTabs(queries)
const router = createAppRouter(queries)
// Whoever listens or uses the keyboard starts at the top of a new page, as after a page that was loaded; but whoever
// went on while it came, and opened a menu of the frame or typed, is left where they are.
let hasGoneOn = false
for (const sign of ['keydown', 'pointerdown'])
  window.addEventListener(sign, () => (hasGoneOn = true), { capture: true })
router.subscribe('onBeforeNavigate', () => (hasGoneOn = false))
router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
  if (!fromLocation || !pathChanged || (hasGoneOn && document.activeElement !== document.body)) return
  document.getElementById('content')?.focus({ preventScroll: true })
})

// For whoever uses the keyboard. Without a network it may not come, and the page is as good without it.
const keepFocus = () => import('./pages/kept-focus.ts').then((module) => module.keepFocus())
addEventListener('keydown', () => void keepFocus().catch(() => undefined), { once: true })

await openTexts()
createRoot(app).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)

// Of a page on plain http the browser keeps nothing; in development there is nothing built to keep.
if ('serviceWorker' in navigator && import.meta.env.PROD) void watchVersions()
