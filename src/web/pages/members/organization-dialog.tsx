import { useState } from 'react'
import type { OrganizationAnswer } from '../../../contract/organization.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf, onVersion } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { FormDialog } from './form-dialog.tsx'
import { useRefreshMembers } from './member-query.ts'

const kinds = ['city', 'agency', 'employer', 'school', 'partner'] as const

interface OrganizationDialogProps {
  /** Null: a new one. */
  readonly organization: OrganizationAnswer | null
  readonly onClose: () => void
}

export const OrganizationDialog = ({ organization, onClose }: OrganizationDialogProps) => {
  const { t } = useText('member')
  const { t: shown } = useText('members')
  const refresh = useRefreshMembers()
  const [name, setName] = useState(organization?.name ?? '')
  const [kind, setKind] = useState<OrganizationAnswer['kind']>(organization?.kind ?? 'partner')
  const save = async () => {
    const saved = organization
      ? await bodyOf(
          api.organizations[':id'].$patch(
            { param: { id: organization.id }, json: { name, kind }, header: {} },
            onVersion(organization.version),
          ),
        )
      : await bodyOf(api.organizations.$post({ json: { id: newId(), name, kind } }))
    await refresh()
    onClose()
    announce({
      sentence: t(organization ? 'organizations.changed' : 'organizations.added', { name: saved.name }),
    })
  }
  return (
    <FormDialog
      title={
        organization ? t('organizations.editTitle', { name: organization.name }) : t('organizations.addTitle')
      }
      submitLabel={t('action.save')}
      busyLabel={t('action.saving')}
      onClose={onClose}
      onSubmit={save}
    >
      <TextField
        label={shown('organizations.name')}
        autoComplete="off"
        maxLength={120}
        value={name}
        onChange={setName}
      />
      <Select
        label={shown('organizations.kind')}
        options={kinds.map((id) => ({ id, label: shown(`kind.${id}`) }))}
        selected={kind}
        onSelect={setKind}
      />
    </FormDialog>
  )
}
