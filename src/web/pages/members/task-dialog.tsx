import type { MemberAnswer } from '../../../contract/member.ts'
import { DisablingDialog } from './disabling-dialog.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import type { MemberTask } from './member-actions.tsx'
import { MemberDialog } from './member-dialog.tsx'
import type { Directory } from './member-query.ts'

interface TaskDialogProps {
  readonly task: Exclude<MemberTask, 'enable'>
  readonly member: MemberAnswer
  readonly directory: Directory
  readonly onClose: () => void
}

/** What is being done with somebody. */
export const TaskDialog = ({ task, member, directory, onClose }: TaskDialogProps) => {
  switch (task) {
    case 'invite':
      return <InviteDialog directory={directory} known={member} onClose={onClose} />
    case 'edit':
      return <MemberDialog directory={directory} member={member} onClose={onClose} />
    case 'disable':
      return <DisablingDialog member={member} onClose={onClose} />
  }
}
