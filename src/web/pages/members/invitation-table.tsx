import { useState } from 'react'
import type { InvitationAnswer } from '../../../contract/invitation.ts'
import { formatShortDate } from '../../../text/format.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf, sayFailure } from '../../api.ts'
import { readDate } from '../../search.ts'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useText } from '../../use-text.ts'
import type { Handover } from './handover-dialog.tsx'
import { lazyDialog } from './lazy-dialog.tsx'
import { LongTable } from './long-table.tsx'
import { isFailure } from './mail-failure.ts'
import { useRefreshMembers } from './member-query.ts'

const HandoverDialog = lazyDialog(async () => (await import('./handover-dialog.tsx')).HandoverDialog)

/** Invitations without an answer: sent again, or withdrawn. */
export const InvitationTable = ({ invitations }: { invitations: readonly InvitationAnswer[] }) => {
  const { t } = useText('members')
  const { send, withdraw, busy, handover, close } = useInvitationTasks()
  const columns = useColumns({ send, withdraw, busy })
  return (
    <>
      <LongTable
        caption={t('invitations.table')}
        columns={columns}
        rows={invitations}
        keyOf={({ id }) => id}
      />
      {handover ? (
        <HandoverDialog title={t('invitations.again')} handover={handover} onClose={close} />
      ) : null}
    </>
  )
}

interface Tasks {
  readonly send: (invitation: InvitationAnswer) => void
  readonly withdraw: (invitation: InvitationAnswer) => void
  readonly busy: string | undefined
}

function useColumns({ send, withdraw, busy }: Tasks): Column<InvitationAnswer>[] {
  const { t, language } = useText('members')
  const lastDay = ({ expiresAt }: InvitationAnswer) => {
    const day = readDate(expiresAt.slice(0, 10))
    return day ? formatShortDate(language, day) : null
  }
  return [
    {
      id: 'who',
      heading: t('invitations.who'),
      cell: ({ name, email }) => <Facts facts={[name, email]} quietAfter={1} isStrong />,
    },
    {
      id: 'roles',
      heading: t('members.roles'),
      cell: ({ roles }) => <Facts facts={roles.map((role) => t(`role.${role}`))} />,
    },
    {
      id: 'mail',
      heading: t('members.state'),
      cell: ({ mail, mailFailure }) => (
        <Facts
          facts={[t(`mail.${mail}`), isFailure(mailFailure) ? t(`failure.${mailFailure}`) : null]}
          quietAfter={1}
        />
      ),
    },
    {
      id: 'until',
      heading: t('invitations.until'),
      look: 'tight',
      cell: (invitation) => (
        <span>{invitation.state === 'expired' ? t('invitations.expired') : lastDay(invitation)}</span>
      ),
    },
    {
      id: 'actions',
      heading: t('members.actions'),
      cell: (invitation) => (
        <div className="member-actions">
          <Button
            look="bare"
            isDisabled={busy === invitation.id}
            aria-label={t('invitations.againOf', { name: invitation.name })}
            onPress={() => send(invitation)}
          >
            {t('invitations.again')}
          </Button>
          <Button
            look="bare"
            isDisabled={busy === invitation.id}
            aria-label={t('invitations.withdrawOf', { name: invitation.name })}
            onPress={() => withdraw(invitation)}
          >
            {t('invitations.withdraw')}
          </Button>
        </div>
      ),
    },
  ]
}

function useInvitationTasks() {
  const { t } = useText('members')
  const refresh = useRefreshMembers()
  const [busy, setBusy] = useState<string>()
  const [handover, setHandover] = useState<Handover>()
  const once = async (invitation: InvitationAnswer, work: () => Promise<void>) => {
    setBusy(invitation.id)
    try {
      await work()
    } catch (error) {
      announce({ sentence: sayFailure(error, t) })
    }
    await refresh()
    setBusy(undefined)
  }
  const send = (invitation: InvitationAnswer) =>
    void once(invitation, async () => {
      const { id, name } = invitation
      const sent = await bodyOf(api.invitations[':id'].mails.$post({ param: { id } }))
      if (sent.mail === 'sent') announce({ sentence: t('invitations.sentAgain', { name }) })
      else setHandover({ ...sent, name })
    })
  const withdraw = (invitation: InvitationAnswer) =>
    void once(invitation, async () => {
      const { id, name } = invitation
      await bodyOf(api.invitations[':id'].withdrawal.$put({ param: { id } }))
      announce({ sentence: t('invitations.withdrawn', { name }) })
    })
  return { send, withdraw, busy, handover, close: () => setHandover(undefined) }
}
