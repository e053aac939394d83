// What the server said last that is not about a person: the words of the city, its desks, and which member of which city
// works here, without a name. With it the desk opens where there is no network. Everything else is asked, or is not there.

const keptIn = 'answers'
/** As long as a session lasts: on a shared desk nobody stays at work overnight. */
const workingDay = 12 * 3600_000

const welcome = '/api/v1/welcome'
const session = '/api/v1/session'
const ofCity = ['/api/v1/code-lists', '/api/v1/desks'] as const
/** Which city the lists are of: no address of the server. */
const city = '/city'

export const isKept = (pathname: string): boolean =>
  pathname === welcome || pathname === session || ofCity.some((address) => address === pathname)

/** Signing in or out, or going to work in another city. */
export const changesSession = ({ method }: Request, pathname: string): boolean =>
  method !== 'GET' && (pathname.startsWith('/api/auth/') || pathname.startsWith(session))

/** What the server answers now, else what it answered before. */
export async function answerOrKept(request: Request, pathname: string): Promise<Response> {
  let answer: Response
  try {
    answer = await fetch(request)
  } catch (error) {
    const kept = await recall(pathname)
    if (kept) return kept
    throw error
  }
  if (answer.ok) await keep(pathname, answer.clone())
  else if (pathname === session && answer.status === 401) await forgetSession()
  return answer
}

/** Asks what the desk needs, when this worker comes to a page that was already open. */
export async function keepAnswers(): Promise<void> {
  // because: without a network or a session there is nothing to keep yet
  for (const pathname of [welcome, session, ...ofCity])
    await answerOrKept(new Request(pathname), pathname).catch(() => undefined)
}

export async function forgetSession(): Promise<void> {
  await (await caches.open(keptIn)).delete(session)
}

async function keep(pathname: string, answer: Response): Promise<void> {
  const cache = await caches.open(keptIn)
  if (pathname !== session) return cache.put(pathname, answer)
  const said: KnownSession = await answer.json()
  if ((await (await cache.match(city))?.text()) !== said.city.id) {
    await Promise.all(ofCity.map((address) => cache.delete(address)))
    await cache.put(city, new Response(said.city.id))
  }
  const nameless = withoutName(said)
  if (nameless) await cache.put(session, Response.json({ ...nameless, keptAt: Date.now() }))
  else await cache.delete(session)
}

async function recall(pathname: string): Promise<Response | undefined> {
  const kept = await (await caches.open(keptIn)).match(pathname)
  if (!kept || pathname !== session) return kept
  const { keptAt, ...nameless } = await kept.json()
  return Date.now() - keptAt < workingDay ? Response.json(nameless) : undefined
}

interface KnownSession {
  readonly member: { readonly id: string }
  readonly city: { readonly id: string }
  readonly rights: readonly string[]
}

const atDesk = 'visits.register'

/** Of who is signed in: an id and the city, for whoever notes at a desk. No name, no address, no role. */
const withoutName = ({ member, city: at, rights }: KnownSession) =>
  rights.includes(atDesk)
    ? { email: '', member: { id: member.id, name: '', roles: [] }, city: at, cities: [at], rights: [atDesk] }
    : undefined
