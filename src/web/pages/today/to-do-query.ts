import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { api, bodyOf, ProblemAnswer } from '../../api.ts'
import { keepToDo, recallToDo, type ToDo } from '../../drafts/kept-to-do.ts'
import { isAway, sessionQuery } from '../../session.ts'
import { recallTicks, ticksOf } from './tick-off.ts'

export interface ToDoList {
  /** Undefined: the server does not answer, and nothing on this device can be read. */
  readonly items: readonly ToDo[] | undefined
  /** When the server said so, where it does not answer now. */
  readonly saidAt?: string | undefined
}

/** What this guide still has to do, the soonest first: as the server says, or as it said last. */
export const toDoQuery = queryOptions({
  queryKey: ['requests', 'follow-ups'],
  queryFn: ({ client }) => readToDoList(client),
  // What stands on the device is asked of the server again, until it answers.
  refetchInterval: ({ state }) => state.data?.saidAt !== undefined && 10_000,
  refetchOnReconnect: 'always',
  refetchOnMount: ({ state }) => state.data?.saidAt === undefined || 'always',
})

async function readToDoList(queries: QueryClient): Promise<ToDoList> {
  const session = queries.getQueryData(sessionQuery.queryKey)
  if (!session) throw new TypeError('nobody is signed in')
  const { id } = session.member
  // Begun without a network: the cookie of this browser may be of somebody else.
  if (isAway(session)) return (await recall(id)) ?? { items: undefined, saidAt: '' }
  try {
    const { items } = await bodyOf(api['follow-ups'].$get({ query: {} }))
    // because: what cannot be kept is not there without a network, and the list of now is
    void keepToDo(id, items, ticksOf(id)).catch(() => undefined)
    return { items }
  } catch (error) {
    const kept = error instanceof ProblemAnswer ? undefined : await recall(id)
    if (kept) return kept
    throw error
  }
}

async function recall(memberId: string): Promise<ToDoList | undefined> {
  const kept = await recallToDo(memberId)
  if (kept) recallTicks(memberId, kept.ticks)
  return kept
}
