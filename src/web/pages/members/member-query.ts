import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InvitationAnswer } from '../../../contract/invitation.ts'
import type { MemberAnswer } from '../../../contract/member.ts'
import type { OrganizationAnswer } from '../../../contract/organization.ts'
import { api, bodyOf, everyItem } from '../../api.ts'

const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: () => everyItem((query) => bodyOf(api.members.$get({ query }))),
})
const organizationsQuery = queryOptions({
  queryKey: ['organizations'],
  queryFn: () => bodyOf(api.organizations.$get()),
})
const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: () => everyItem((query) => bodyOf(api.invitations.$get({ query }))),
})
export const keysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: () => everyItem((query) => bodyOf(api['api-keys'].$get({ query }))),
})

/** Everybody and every place of the city, as the page's parts need them together. */
export interface Directory {
  readonly members: readonly MemberAnswer[]
  readonly organizations: readonly OrganizationAnswer[]
  /** Still open, or over without an answer: what somebody may send again or withdraw. */
  readonly invitations: readonly InvitationAnswer[]
}

export function useDirectory(language: string) {
  const [members, organizations, invitations] = [
    useQuery(membersQuery),
    useQuery(organizationsQuery),
    useQuery(invitationsQuery),
  ]
  const byName = new Intl.Collator(language).compare
  const all = [members, organizations, invitations]
  const directory: Directory | undefined =
    members.data && organizations.data && invitations.data
      ? {
          members: members.data.toSorted(
            (a, b) =>
              Number(a.state === 'disabled') - Number(b.state === 'disabled') || byName(a.name, b.name),
          ),
          organizations: organizations.data.items.toSorted((a, b) => byName(a.name, b.name)),
          invitations: invitations.data.filter(({ state }) => state === 'open' || state === 'expired'),
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
      [membersQuery, organizationsQuery, invitationsQuery, keysQuery].map(({ queryKey }) =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
  }
}
