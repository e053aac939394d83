import { useQuery } from '@tanstack/react-query'
import type { MemberAnswer } from '../../../contract/member.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Facts } from '../../ui/facts.tsx'
import { type Text, useText } from '../../use-text.ts'
import { MemberActions, type MemberTask } from './member-actions.tsx'
import { type Directory, waitingQuery } from './member-query.ts'

interface MemberTableProps {
  readonly directory: Directory
  readonly members: readonly MemberAnswer[]
  readonly onTask: (task: MemberTask, member: MemberAnswer) => void
}

/** One row per person: what they are here, where, and whether they can come in. */
export const MemberTable = ({ directory, members, onTask }: MemberTableProps) => {
  const { t } = useText('members')
  const { data: waiting } = useQuery(waitingQuery())
  const invited = new Set(waiting?.flatMap(({ memberId, state }) => (state === 'open' ? [memberId] : [])))
  return (
    <DataTable
      stacks
      caption={t('members.table')}
      columns={columns(t, directory, ({ id }) => invited.has(id), onTask)}
      rows={members}
      keyOf={({ id }) => id}
    />
  )
}

const columns = (
  t: Text<'members'>,
  { organizations }: Directory,
  isInvited: (member: MemberAnswer) => boolean,
  onTask: MemberTableProps['onTask'],
): Column<MemberAnswer>[] => {
  const stateOf = (member: MemberAnswer) =>
    member.state === 'no_account' && isInvited(member) ? 'invited' : member.state
  return [
    {
      id: 'name',
      heading: t('members.name'),
      cell: ({ name, email }) => <Facts facts={[name, email]} quietAfter={1} isStrong />,
    },
    {
      id: 'roles',
      heading: t('members.roles'),
      cell: ({ roles }) => <Facts facts={roles.map((role) => t(`role.${role}`))} />,
    },
    {
      id: 'organization',
      heading: t('members.organization'),
      cell: ({ organizationId }) => (
        <span>{organizations.find(({ id }) => id === organizationId)?.name}</span>
      ),
    },
    {
      id: 'coach',
      heading: t('members.coach'),
      cell: ({ coachName }) => <span>{coachName ?? '–'}</span>,
    },
    {
      id: 'state',
      heading: t('members.state'),
      cell: (member) => (
        <span className={member.state === 'active' ? undefined : 'member-state'}>
          {t(`state.${stateOf(member)}`)}
        </span>
      ),
    },
    {
      id: 'actions',
      heading: t('members.actions'),
      cell: (member) => <MemberActions member={member} isInvited={isInvited(member)} onTask={onTask} />,
    },
  ]
}
