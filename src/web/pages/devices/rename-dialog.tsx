import { useState } from 'react'
import type { DeviceAnswer } from '../../../contract/device.ts'
import { hasRegisterNumber } from '../../../domain/import/register-number.ts'
import { api, bodyOf, onVersion } from '../../api.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { ScreenedField } from '../../typed-field.tsx'
import { useText } from '../../use-text.ts'
import { useTask } from './use-task.ts'

export const RenameDialog = ({ device, onClose }: { device: DeviceAnswer; onClose: () => void }) => {
  const { t } = useText('devices')
  const { run, isBusy, failure } = useTask(onClose)
  const [name, setName] = useState(device.name)
  const rename = () =>
    run(
      () =>
        bodyOf(
          api.devices[':id'].$patch(
            { param: { id: device.id }, json: { name }, header: {} },
            onVersion(device.version),
          ),
        ),
      t('rename.done', { name }),
    )
  return (
    <TaskDialog
      title={t('rename.title')}
      onClose={onClose}
      onSave={() => void rename()}
      canSave={name.trim() !== '' && !hasRegisterNumber(name)}
      isBusy={isBusy}
      failure={failure}
    >
      <ScreenedField
        label={t('rename.label')}
        hint={t('rename.hint')}
        autoComplete="off"
        maxLength={60}
        value={name}
        onChange={setName}
      />
    </TaskDialog>
  )
}
