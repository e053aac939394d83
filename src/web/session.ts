import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Session } from '../contract/session.ts'
import { api, bodyOf, isProblem, ProblemAnswer, postSignOut } from './api.ts'
import {
  aloneFor,
  forgetDemands,
  hasPinHere,
  hasPinsHere,
  longestAlone,
  mustSignIn,
  mustSomebodySignIn,
  setLocked,
} from './pins-here.ts'

/** Whether this is a demo, and whose buttons it offers; does not change while the server runs. */
export const welcomeQuery = queryOptions({
  queryKey: ['welcome'],
  queryFn: () => bodyOf(api.welcome.$get()),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Who is signed in; null = nobody. Any later answer that nobody is sets it back to null (query.ts). */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ client }) => readSession(client),
  staleTime: Number.POSITIVE_INFINITY,
  // Begun without a network, or still to be ended, it is asked again until the server itself answers.
  refetchInterval: ({ state }) => isOpen(state.data) && 3000,
  refetchOnReconnect: ({ state }) => isOpen(state.data) && 'always',
})

/** Whether it is what this device knows of who works here while the server does not answer: of all rights only the desk's. */
export const isAway = (session: Session | null | undefined): boolean => session?.email === ''

/** Whether the server said nothing when it was asked last. */
let isUnanswered = false
const isOpen = (session: Session | null | undefined) =>
  isAway(session) || isUnanswered || mustSomebodySignIn()

export const atDesk = 'visits.register'

let renewal: (() => Promise<void>) | undefined
let renewing: Promise<boolean> | undefined

/** How whoever began here by a code, without a network, signs in once there is one. */
export function setRenewal(renew: (() => Promise<void>) | undefined): void {
  renewal = renew
}

const changes = new BroadcastChannel('brugwijzer-session')

const workOf = (session: Session | null | undefined) =>
  session ? `${session.member.id} ${session.city.id}` : ''

/** Tells the other tabs who works in this browser from now on. */
export const tellTabs = (session: Session | null): void => changes.postMessage(workOf(session))

/** Another tab changed who works here: this page begins anew, as theirs. What was begun on it is kept with every change. */
export function followTabs(queries: QueryClient): void {
  changes.onmessage = ({ data }) => {
    const work = workOf(queries.getQueryData(sessionQuery.queryKey))
    if (work && work !== data) location.reload()
  }
}

/** Another session means other rows: whatever was fetched for the previous one is forgotten. */
export function beginSession(queries: QueryClient, session: Session | null): void {
  // First: who looks at it now hears of it.
  queries.setQueryData(sessionQuery.queryKey, session)
  const kept: readonly unknown[] = [welcomeQuery.queryKey[0], sessionQuery.queryKey[0]]
  queries.removeQueries({ predicate: ({ queryKey }) => !kept.includes(queryKey[0]) })
  // First: no other tab opens as who was here before.
  tellTabs(session)
  setLocked(false)
}

/** Whether the last session here ended because its person was shut out. */
export const shutOutQuery = queryOptions<boolean>({
  queryKey: ['shut-out'],
  queryFn: () => false,
  initialData: false,
  staleTime: Number.POSITIVE_INFINITY,
})

/** Whether an answer says that nobody is signed in; if it says why, that is kept for the sign-in page. */
export function endsSession(error: unknown, queries: QueryClient): boolean {
  if (isProblem(error, 'shut_out')) queries.setQueryData(shutOutQuery.queryKey, true)
  return isProblem(error, 'signed_out') || isProblem(error, 'shut_out')
}

async function readSession(queries: QueryClient): Promise<Session | null> {
  if (isAway(queries.getQueryData(sessionQuery.queryKey)) && !(await renew())) return null
  try {
    return await askSession()
  } catch (error) {
    isUnanswered = !(error instanceof ProblemAnswer)
    if (endsSession(error, queries)) {
      forgetDemands()
      return null
    }
    // Somebody may come back by a code, or has to sign in: the page for that offers it.
    if (isUnanswered && (hasPinsHere() || mustSomebodySignIn())) return null
    throw error
  }
}

/** Whose session this browser has; nobody where a code comes first. That of somebody whose code was wrong ten times ends. */
export async function askSession(): Promise<Session | null> {
  const session = await bodyOf(api.session.$get())
  isUnanswered = isAway(session)
  const { id } = session.member
  if (isUnanswered) return hasPinHere(id) || mustSignIn(id) ? null : session
  // Before anything of theirs is seen: the page was closed, and opened again long after.
  if (hasPinHere(id) && aloneFor() >= longestAlone) setLocked(true)
  const isOver = mustSignIn(id)
  if (isOver) await postSignOut()
  forgetDemands()
  return isOver ? null : session
}

/**
 * Signs in whoever began here by a code, without a network; nothing for anybody else. False: the code opens nothing any
 * more. Rejects while the server does not answer.
 */
export function renew(): Promise<boolean> {
  renewing ??= tryRenewal().finally(() => {
    renewing = undefined
  })
  return renewing
}

async function tryRenewal(): Promise<boolean> {
  try {
    await renewal?.()
    return true
  } catch (error) {
    if (!(error instanceof ProblemAnswer)) throw error
    renewal = undefined
    return false
  }
}
