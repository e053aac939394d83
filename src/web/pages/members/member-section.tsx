import { UsersIcon } from '@phosphor-icons/react/dist/csr/Users'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MemberAnswer } from '../../../contract/member.ts'
import { announce } from '../../announcement.ts'
import { sayFailure } from '../../api.ts'
import { isNarrowed, type MembersSearch } from '../../search.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState, LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { InvitationTable } from './invitation-table.tsx'
import { lazyDialog } from './lazy-dialog.tsx'
import type { MemberTask } from './member-actions.tsx'
import { MemberFilter } from './member-filter.tsx'
import { type Directory, membersQuery, waitingQuery } from './member-query.ts'
import { MemberTable } from './member-table.tsx'
import { useEnabling } from './use-enabling.ts'
import { useMemberSearch } from './use-member-search.ts'

const TaskDialog = lazyDialog(async () => (await import('./task-dialog.tsx')).TaskDialog)

/** Everybody of the city or who is looked for, those invited too, and what can be done with each. */
export const MemberSection = ({ directory }: { directory: Directory }) => {
  const { t } = useText('members')
  const { search, narrow } = useMemberSearch()
  const found = useFound(search)
  const { task, begin, close } = useTask()
  return (
    <section className="member-section">
      <MemberFilter search={search} onNarrow={narrow} />
      {found.error ? <QueryError error={found.error} onRetry={found.retry} /> : null}
      {!found.members || !found.invited ? (
        found.error ? null : (
          <LoadingState sentence={t('state.loading')} />
        )
      ) : (
        <>
          <div role="status">
            {found.total > 0 ? (
              <h2>{t(found.isNarrowed ? 'members.found' : 'members.title', { count: found.total })}</h2>
            ) : (
              <EmptyState title={t('nobody.title')} icon={<UsersIcon aria-hidden size={48} />}>
                <p>{t('nobody.lead')}</p>
                <Button onPress={() => narrow({})}>{t('nobody.all')}</Button>
              </EmptyState>
            )}
          </div>
          {found.members.length > 0 ? (
            <MemberTable directory={directory} members={found.members} onTask={begin} />
          ) : null}
          {found.more ? (
            <div>
              <Button onPress={found.more}>{t('more')}</Button>
            </div>
          ) : null}
          {found.invited.length > 0 ? (
            <>
              <h3>{t('invitations.found')}</h3>
              <InvitationTable invitations={found.invited} />
            </>
          ) : null}
        </>
      )}
      {task ? <TaskDialog {...task} directory={directory} onClose={close} /> : null}
    </section>
  )
}

/** Members and, once somebody looks for a person, who was invited: whoever is looked for may be either. */
function useFound({ q, role, state }: MembersSearch) {
  const narrowed = isNarrowed({ q, role, state })
  const asksMembers = state !== 'invited'
  const asksInvited = !asksMembers || (narrowed && !state)
  const members = useInfiniteQuery({
    ...membersQuery({ q, role, state: asksMembers ? state : undefined }),
    enabled: asksMembers,
  })
  const invited = useQuery({ ...waitingQuery({ q, role }), enabled: asksInvited })
  const shown = asksMembers ? members.data?.pages.flatMap(({ items }) => items) : []
  // Whoever is a member already, known from an import, says in the list of members that they are invited.
  const others = asksInvited ? invited.data?.filter(({ memberId }) => !asksMembers || !memberId) : []
  const total = asksMembers ? (members.data?.pages[0]?.total ?? 0) : 0
  return {
    members: shown,
    invited: others,
    isNarrowed: narrowed,
    total: total + (others?.length ?? 0),
    more: asksMembers && members.hasNextPage ? () => void members.fetchNextPage() : undefined,
    error: members.error ?? invited.error,
    retry: () => void Promise.all([members.refetch(), invited.refetch()]),
  }
}

function useTask() {
  const { t } = useText('members')
  const [task, setTask] = useState<{
    readonly task: Exclude<MemberTask, 'enable'>
    readonly member: MemberAnswer
  }>()
  const enable = useEnabling()
  const begin = (chosen: MemberTask, member: MemberAnswer) => {
    if (chosen !== 'enable') return setTask({ task: chosen, member })
    enable(member).catch((error: unknown) => announce({ sentence: sayFailure(error, t) }))
  }
  return { task, begin, close: () => setTask(undefined) }
}
