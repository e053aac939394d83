import type { ApiKeyAnswer } from '../../../contract/api-key.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf } from '../../api.ts'
import { useText } from '../../use-text.ts'
import { FormDialog } from './form-dialog.tsx'
import { useRefreshMembers } from './member-query.ts'

/** Ending a key cannot be undone, so it is asked first. */
export const RevokeDialog = ({ apiKey, onClose }: { apiKey: ApiKeyAnswer; onClose: () => void }) => {
  const { t } = useText('member')
  const { t: shown } = useText('members')
  const refresh = useRefreshMembers()
  const { id, name } = apiKey
  const revoke = async () => {
    await bodyOf(api['api-keys'][':id'].revocation.$put({ param: { id } }))
    await refresh()
    onClose()
    announce({ sentence: t('keys.revoked', { name }) })
  }
  return (
    <FormDialog
      title={t('keys.revokeTitle', { name })}
      submitLabel={shown('keys.revoke')}
      busyLabel={t('keys.busy')}
      onClose={onClose}
      onSubmit={revoke}
    >
      <p>{t('keys.revokeLead')}</p>
    </FormDialog>
  )
}
