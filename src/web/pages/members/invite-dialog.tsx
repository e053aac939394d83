import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MemberAnswer } from '../../../contract/member.ts'
import type { StaffLanguage } from '../../../domain/language.ts'
import { invitationDays } from '../../../domain/people/invitation.ts'
import type { Role } from '../../../domain/people/member.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf } from '../../api.ts'
import { languages } from '../../language.ts'
import { newId } from '../../new-id.ts'
import { welcomeQuery } from '../../session.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { FormDialog } from './form-dialog.tsx'
import { type Handover, HandoverDialog } from './handover-dialog.tsx'
import { PlaceFields, RoleFields } from './member-fields.tsx'
import { type Directory, useRefreshMembers } from './member-query.ts'

interface InviteDialogProps {
  readonly directory: Directory
  /** Somebody who is known without an account: keeps the own name, place and coach. */
  readonly known?: MemberAnswer | undefined
  readonly onClose: () => void
}

export const InviteDialog = ({ directory, known, onClose }: InviteDialogProps) => {
  const { t } = useText('member')
  const { data: welcome } = useQuery(welcomeQuery)
  const { draft, change, send, handover } = useInviting({ directory, known, onClose })
  const title = known ? t('inviteKnown', { name: known.name }) : t('inviteTitle')
  if (handover) return <HandoverDialog title={title} handover={handover} onClose={onClose} />
  return (
    <FormDialog
      title={title}
      submitLabel={t('inviteSend')}
      busyLabel={t('inviteBusy')}
      isReady={draft.roles.length > 0 && draft.organizationId !== ''}
      onClose={onClose}
      onSubmit={send}
    >
      <p>{t(welcome?.sendsMail ? 'inviteLead' : 'inviteHand', { days: invitationDays })}</p>
      <TextField
        label={t('form.email')}
        type="email"
        autoComplete="off"
        maxLength={254}
        value={draft.email}
        onChange={(email) => change({ email })}
      />
      {known ? null : (
        <TextField
          label={t('form.name')}
          hint={t('form.nameHint')}
          autoComplete="off"
          maxLength={120}
          value={draft.name}
          onChange={(name) => change({ name })}
        />
      )}
      <RoleFields roles={draft.roles} onRoles={(roles) => change({ roles })} />
      {known ? null : (
        <PlaceFields
          directory={directory}
          organizationId={draft.organizationId}
          onOrganization={(organizationId) => change({ organizationId })}
          coachId={draft.coachId}
          onCoach={(coachId) => change({ coachId })}
        />
      )}
      <Select
        label={t('form.language')}
        options={languages.map((id) => ({ id, label: t(`language.${id}`) }))}
        selected={draft.language}
        onSelect={(language) => change({ language })}
      />
    </FormDialog>
  )
}

interface Draft {
  readonly email: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly organizationId: string
  readonly coachId: string
  readonly language: StaffLanguage
}

function useInviting({ directory, known, onClose }: InviteDialogProps) {
  const { t, language } = useText('member')
  const refresh = useRefreshMembers()
  const [handover, setHandover] = useState<Handover>()
  // Sent again after a failure it is the same invitation; changed after a refusal it is another.
  const [id, setId] = useState(newId)
  const [only, ...others] = directory.organizations
  const [draft, setDraft] = useState<Draft>({
    email: '',
    name: known?.name ?? '',
    roles: known?.roles ?? [],
    // The organisation decides what somebody sees: nobody gets into one because it came first.
    organizationId: known?.organizationId ?? (others.length === 0 ? only?.id : undefined) ?? '',
    coachId: known?.coachId ?? '',
    language,
  })
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part })
    setId(newId())
  }
  const send = async () => {
    const { name, email, coachId, roles } = draft
    const invited = await bodyOf(
      api.invitations.$post({
        json: { ...draft, roles: [...roles], id, coachId: coachId || null, memberId: known?.id ?? null },
      }),
    )
    await refresh()
    if (invited.mail !== 'sent') return setHandover({ ...invited, name })
    onClose()
    announce({ sentence: t('invited', { name, email }) })
  }
  return { draft, change, send, handover }
}
