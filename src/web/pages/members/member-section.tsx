import { UserPlusIcon } from '@phosphor-icons/react/dist/csr/UserPlus'
import { useState } from 'react'
import type { MemberAnswer } from '../../../contract/member.ts'
import { announce } from '../../announcement.ts'
import { ProblemAnswer } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { lazyDialog } from './lazy-dialog.tsx'
import type { MemberTask } from './member-actions.tsx'
import type { Directory } from './member-query.ts'
import { MemberTable } from './member-table.tsx'
import { Section } from './section.tsx'
import { useEnabling } from './use-enabling.ts'

const TaskDialog = lazyDialog(async () => (await import('./task-dialog.tsx')).TaskDialog)

interface OpenTask {
  readonly task: MemberTask
  /** Undefined: somebody new. */
  readonly member?: MemberAnswer
}

/** Everybody of the city, and what can be done with each. */
export const MemberSection = ({ directory }: { directory: Directory }) => {
  const { t } = useText('members')
  const [open, setOpen] = useState<OpenTask>()
  const enable = useEnabling()
  const close = () => setOpen(undefined)
  const begin = (task: MemberTask, member: MemberAnswer) => {
    if (task !== 'enable') return setOpen({ task, member })
    enable(member).catch((error: unknown) =>
      announce({ sentence: error instanceof ProblemAnswer ? error.message : t('state.offline') }),
    )
  }
  return (
    <Section
      title={t('members.title', { count: directory.members.length })}
      action={
        <Button
          look="primary"
          icon={<UserPlusIcon aria-hidden />}
          onPress={() => setOpen({ task: 'invite' })}
        >
          {t('invite')}
        </Button>
      }
    >
      <MemberTable directory={directory} onTask={begin} />
      {open ? <TaskDialog {...open} directory={directory} onClose={close} /> : null}
    </Section>
  )
}
