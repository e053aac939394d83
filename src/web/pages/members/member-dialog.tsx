import { useState } from 'react'
import type { MemberAnswer } from '../../../contract/member.ts'
import type { Role } from '../../../domain/people/member.ts'
import { formatList } from '../../../text/format.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf, isProblem, onVersion } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { FormDialog } from './form-dialog.tsx'
import { PlaceFields, RoleFields } from './member-fields.tsx'
import { type Directory, useRefreshMembers } from './member-query.ts'
import { PasswordLinkDialog } from './password-link-dialog.tsx'

interface MemberDialogProps {
  readonly directory: Directory
  readonly member: MemberAnswer
  readonly onClose: () => void
}

/** Corrects a name, roles, a place. Whoever was a moment faster is shown before anything is overwritten. */
export const MemberDialog = ({ directory, member, onClose }: MemberDialogProps) => {
  const { t, language } = useText('member')
  const { draft, change, save, newer } = useCorrecting({ directory, member, onClose })
  const [isForgotten, setForgotten] = useState(false)
  if (isForgotten) return <PasswordLinkDialog member={member} onClose={onClose} />
  return (
    <FormDialog
      title={t('editTitle', { name: member.name })}
      submitLabel={t('action.save')}
      busyLabel={t('action.saving')}
      isReady={draft.roles.length > 0}
      onClose={onClose}
      onSubmit={save}
    >
      <TextField
        label={t('form.name')}
        autoComplete="off"
        maxLength={120}
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <RoleFields roles={draft.roles} onRoles={(roles) => change({ roles })} />
      <PlaceFields
        directory={directory}
        organizationId={draft.organizationId}
        onOrganization={(organizationId) => change({ organizationId })}
        coachId={draft.coachId}
        onCoach={(coachId) => change({ coachId })}
        self={member.id}
      />
      {member.state === 'active' ? (
        <div>
          <Button onPress={() => setForgotten(true)}>{t('passwordOf', { name: member.name })}</Button>
        </div>
      ) : null}
      {newer ? (
        <Notice kind="signal" word={t('state.infoWord')}>
          <p>
            {t('staleNow', {
              name: newer.name,
              roles: formatList(
                language,
                newer.roles.map((role) => t(`role.${role}`)),
              ),
              organization: directory.organizations.find(({ id }) => id === newer.organizationId)?.name ?? '',
            })}
          </p>
        </Notice>
      ) : null}
    </FormDialog>
  )
}

interface Draft {
  readonly name: string
  readonly roles: readonly Role[]
  readonly organizationId: string
  readonly coachId: string
}

const draftOf = ({ name, roles, organizationId, coachId }: MemberAnswer): Draft => ({
  name,
  roles,
  organizationId,
  coachId: coachId ?? '',
})

const address = api.members[':id']

function useCorrecting({ member, onClose }: MemberDialogProps) {
  const { t } = useText('member')
  const refresh = useRefreshMembers()
  const [draft, setDraft] = useState(() => draftOf(member))
  const [newer, setNewer] = useState<MemberAnswer>()
  const patch = (content: Draft, version: number) =>
    bodyOf(
      address.$patch(
        {
          param: { id: member.id },
          json: { ...content, roles: [...content.roles], coachId: content.coachId || null },
          header: {},
        },
        onVersion(version),
      ),
    )
  const save = async () => {
    try {
      const changed = await patch(draft, (newer ?? member).version)
      const undo = async () => {
        await patch(draftOf(newer ?? member), changed.version)
        await refresh()
      }
      announce({ sentence: t('changed', { name: changed.name }), undo })
      await refresh()
      onClose()
    } catch (error) {
      if (isProblem(error, 'version_stale'))
        setNewer(await bodyOf(address.$get({ param: { id: member.id } })))
      throw error
    }
  }
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  return { draft, change, save, newer }
}
