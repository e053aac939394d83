import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MemberAnswer } from '../../../contract/member.ts'
import type { Role } from '../../../domain/people/member.ts'
import { api, bodyOf } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { FormDialog } from './form-dialog.tsx'
import { dayAfter, type KeyDuration, keyDurations } from './key-duration.ts'
import { RoleFields } from './member-fields.tsx'
import { activeMembersQuery, useRefreshMembers } from './member-query.ts'

/** Makes a key for a program and shows it, once. */
export const KeyDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useText('member')
  const [made, setMade] = useState<{ key: string; name: string }>()
  const { data: members, error, refetch } = useQuery(activeMembersQuery)
  const first = members?.[0]
  if (made)
    return (
      <Dialog
        title={t('keys.onceTitle')}
        onClose={onClose}
        actions={<Button onPress={onClose}>{t('action.close')}</Button>}
      >
        <Notice kind="signal" word={t('state.infoWord')}>
          <p>{t('keys.once', { name: made.name })}</p>
        </Notice>
        <CopyField label={t('keys.key')} text={made.key} copyLabel={t('copy')} copiedLabel={t('copied')} />
      </Dialog>
    )
  if (!members || !first)
    return (
      <Dialog
        title={t('keys.addTitle')}
        onClose={onClose}
        actions={<Button onPress={onClose}>{t('action.close')}</Button>}
      >
        {members ? <p>{t('keys.none')}</p> : null}
        {!members && error ? <QueryError error={error} onRetry={() => void refetch()} /> : null}
        {members || error ? null : <LoadingState sentence={t('state.loading')} />}
      </Dialog>
    )
  return <KeyForm members={members} first={first} onMade={setMade} onClose={onClose} />
}

interface KeyFormProps {
  readonly members: readonly MemberAnswer[]
  readonly first: MemberAnswer
  readonly onMade: (made: { key: string; name: string }) => void
  readonly onClose: () => void
}

const KeyForm = ({ members, first, onMade, onClose }: KeyFormProps) => {
  const { t } = useText('member')
  const refresh = useRefreshMembers()
  const [name, setName] = useState('')
  const [member, setMember] = useState(first)
  const [roles, setRoles] = useState<Role[]>(first.roles)
  const [duration, setDuration] = useState<KeyDuration>('365')
  const choose = (id: string) => {
    const chosen = members.find((each) => each.id === id) ?? first
    setMember(chosen)
    setRoles(chosen.roles)
  }
  const make = async () => {
    // A key that was made but never arrived is known to nobody: a new try makes a new one.
    const json = { id: newId(), memberId: member.id, name, roles, lastDay: dayAfter(duration, new Date()) }
    const { key } = await bodyOf(api['api-keys'].$post({ json }))
    await refresh()
    if (key) onMade({ key, name: member.name })
  }
  return (
    <FormDialog
      title={t('keys.addTitle')}
      submitLabel={t('keys.make')}
      busyLabel={t('keys.busy')}
      isReady={roles.length > 0}
      onClose={onClose}
      onSubmit={make}
    >
      <TextField
        label={t('keys.forWhat')}
        autoComplete="off"
        maxLength={120}
        value={name}
        onChange={setName}
      />
      <Select
        label={t('keys.who')}
        options={members.map((each) => ({ id: String(each.id), label: each.name }))}
        selected={member.id}
        onSelect={choose}
      />
      <RoleFields roles={roles} onRoles={setRoles} offered={member.roles} />
      <Select
        label={t('keys.lasts')}
        options={keyDurations.map((id) => ({
          id,
          label: t(id === 'forever' ? 'keys.forever' : `keys.days${id}`),
        }))}
        selected={duration}
        onSelect={setDuration}
      />
    </FormDialog>
  )
}
