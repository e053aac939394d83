import { useQuery } from '@tanstack/react-query'
import type { MemberAnswer } from '../../../contract/member.ts'
import { sessionQuery } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'

export type MemberTask = 'edit' | 'disable' | 'enable' | 'invite'

interface MemberActionsProps {
  readonly member: MemberAnswer
  readonly isInvited: boolean
  readonly onTask: (task: MemberTask, member: MemberAnswer) => void
}

const words = {
  edit: { label: 'edit', name: 'editOf' },
  disable: { label: 'disable', name: 'disableOf' },
  enable: { label: 'enable', name: 'enableOf' },
  invite: { label: 'inviteShort', name: 'inviteOf' },
} as const satisfies Record<MemberTask, { label: string; name: string }>

/** What can be done with somebody now; nobody shuts out themselves. */
export const MemberActions = ({ member, isInvited, onTask }: MemberActionsProps) => {
  const { t } = useText('members')
  const { data: session } = useQuery(sessionQuery)
  return (
    <div className="member-actions">
      {tasksOf(member, { isInvited, isSelf: member.id === session?.member.id }).map((task) => (
        <Button
          key={task}
          look="bare"
          aria-label={t(words[task].name, { name: member.name })}
          onPress={() => onTask(task, member)}
        >
          {t(words[task].label)}
        </Button>
      ))}
    </div>
  )
}

function tasksOf(
  { state }: MemberAnswer,
  { isInvited, isSelf }: { isInvited: boolean; isSelf: boolean },
): MemberTask[] {
  if (state === 'disabled') return ['edit', 'enable']
  if (state === 'no_account') return isInvited ? ['edit', 'disable'] : ['edit', 'invite', 'disable']
  return isSelf ? ['edit'] : ['edit', 'disable']
}
