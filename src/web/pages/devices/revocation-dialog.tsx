import type { DeviceAnswer } from '../../../contract/device.ts'
import { api, bodyOf } from '../../api.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { useText } from '../../use-text.ts'
import { useTask } from './use-task.ts'

/** Revoking cannot be taken back, so it says first what happens. */
export const RevocationDialog = ({ device, onClose }: { device: DeviceAnswer; onClose: () => void }) => {
  const { t } = useText('devices')
  const { run, isBusy, failure } = useTask(onClose)
  const { id, name } = device
  const revoke = () =>
    run(() => bodyOf(api.devices[':id'].revocation.$put({ param: { id } })), t('revoke.done', { name }))
  return (
    <TaskDialog
      title={t('revoke.title', { name })}
      onClose={onClose}
      saveLabel={t('revoke.short')}
      onSave={() => void revoke()}
      canSave
      isBusy={isBusy}
      failure={failure}
    >
      <p>{t('revoke.out')}</p>
      <p>{t('revoke.waiting')}</p>
      <p>{t('revoke.forever')}</p>
    </TaskDialog>
  )
}
