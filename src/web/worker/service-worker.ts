import { answerOrKept, changesSession, forgetSession, isKept, keepAnswers } from './kept-answer.ts'

declare const self: ServiceWorkerGlobalScope

/** Written in its place when the app is built (src/web-install.ts). */
declare const __BUILT__: {
  /** Another for every build. */
  readonly version: string
  readonly files: readonly string[]
  /** How the addresses of the app begin: every other page comes from the server. */
  readonly starts: readonly string[]
}
const built = __BUILT__

const page = '/index.html'

self.addEventListener('install', (event) => event.waitUntil(keepFiles()))
self.addEventListener('activate', (event) => event.waitUntil(begin()))
// A new version waits until it is told that no form is open (app-version.ts).
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin) return
  if (changesSession(request, pathname)) return event.respondWith(changeSession(request))
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') {
    if (isOfApp(pathname)) event.respondWith(fileOf(page, request))
  } else if (pathname.startsWith('/assets/')) event.respondWith(fileOf(pathname, request))
  else if (isKept(pathname)) event.respondWith(answerOrKept(request, pathname))
})

/** Only an answer changes who works here: what never arrived does not. */
async function changeSession(request: Request): Promise<Response> {
  const answer = await fetch(request)
  await forgetSession()
  return answer
}

/** The whole app: what the version before has too is not fetched again, its name says what it holds. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(built.version)
  const keepFile = async (file: string) => {
    const known = file === page ? undefined : await caches.match(file)
    if (known) await cache.put(file, known)
    else await cache.add(file === page ? new Request(file, { cache: 'reload' }) : file)
  }
  await Promise.all(built.files.map(keepFile))
}

/** Pages of the version before may still be open and ask for its files: those stay, older ones go. */
async function begin(): Promise<void> {
  await self.clients.claim()
  const versions = (await caches.keys()).filter((name) => name.startsWith('app-'))
  const older = versions.filter((name) => name !== built.version).slice(0, -1)
  await Promise.all(older.map((name) => caches.delete(name)))
  await keepAnswers()
}

const isOfApp = (pathname: string): boolean => built.starts.includes(pathname.split('/')[1] ?? '')

/** From this version, else from another that is still kept, else from the server. */
async function fileOf(pathname: string, request: Request): Promise<Response> {
  const cache = await caches.open(built.version)
  return (await cache.match(pathname)) ?? (await caches.match(pathname)) ?? fetch(request)
}
