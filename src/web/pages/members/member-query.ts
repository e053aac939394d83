import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { OrganizationAnswer } from '../../../contract/organization.ts'
import { api, bodyOf, everyItem } from '../../api.ts'
import { chosenLanguage } from '../../language.ts'
import type { MembersSearch } from '../../search.ts'

type MemberSearch = Pick<MembersSearch, 'q' | 'role'> & {
  readonly state?: Exclude<MembersSearch['state'], 'invited'>
}

/** Roles are found by what the reader's language calls them: another language is another question. */
const keyOf = (search: MemberSearch) => [search, search.q ? chosenLanguage() : ''] as const

/** Who is looked for among the members, a page at a time. */
export const membersQuery = (search: MemberSearch) =>
  infiniteQueryOptions({
    queryKey: ['members', 'list', ...keyOf(search)],
    queryFn: ({ pageParam, signal }) =>
      bodyOf(
        api.members.$get(
          { query: { ...search, ...(pageParam ? { cursor: pageParam } : {}) } },
          { init: { signal } },
        ),
      ),
    // because: the first page has no cursor, and the type of a later one cannot be told from undefined alone
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

/** How many members there are in all. */
export const memberTotalQuery = queryOptions({
  queryKey: ['members', 'total'],
  queryFn: async () => (await bodyOf(api.members.$get({ query: { limit: '1' } }))).total,
})

/** Everybody who can sign in: one of them a key is made for. */
export const activeMembersQuery = queryOptions({
  queryKey: ['members', 'active'],
  queryFn: () => everyItem((query) => bodyOf(api.members.$get({ query: { ...query, state: 'active' } }))),
})
const coachesQuery = queryOptions({
  queryKey: ['coaches'],
  queryFn: () => bodyOf(api.coaches.$get()),
})
export const organizationsQuery = queryOptions({
  queryKey: ['organizations'],
  queryFn: () => bodyOf(api.organizations.$get()),
})

/** Still open, or over without an answer: what somebody may send again or withdraw. */
export const waitingQuery = (search: Pick<MembersSearch, 'q' | 'role'> = {}) =>
  queryOptions({
    queryKey: ['invitations', ...keyOf(search)],
    queryFn: () =>
      everyItem((query) => bodyOf(api.invitations.$get({ query: { ...query, ...search, waiting: 'true' } }))),
    placeholderData: keepPreviousData,
  })
export const keysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: () => everyItem((query) => bodyOf(api['api-keys'].$get({ query }))),
})

/** Where people can be placed and with whom, as the page's parts need it together. */
export interface Directory {
  readonly organizations: readonly OrganizationAnswer[]
  readonly coaches: readonly { readonly id: string; readonly name: string }[]
}

export function useDirectory(language: string) {
  const organizations = useQuery(organizationsQuery)
  const coaches = useQuery(coachesQuery)
  const byName = new Intl.Collator(language).compare
  const all = [organizations, coaches]
  const directory: Directory | undefined =
    organizations.data && coaches.data
      ? {
          organizations: organizations.data.items.toSorted((a, b) => byName(a.name, b.name)),
          coaches: coaches.data.items.toSorted((a, b) => byName(a.name, b.name)),
        }
      : undefined
  return {
    directory,
    error: all.find(({ error }) => error)?.error,
    retry: () => void Promise.all(all.map((query) => query.refetch())),
  }
}

/** After any change here: who is there, who is invited and which keys work may all be other than before. */
export function useRefreshMembers() {
  const queries = useQueryClient()
  return async () => {
    await Promise.all(
      ['members', 'coaches', 'organizations', 'invitations', 'api-keys'].map((key) =>
        queries.invalidateQueries({ queryKey: [key] }),
      ),
    )
  }
}
