import { useState } from 'react'
import { remember } from '../../browser-memory.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useText } from '../../use-text.ts'
import { areKeysOn, rowKeys } from './use-row-keys.ts'

/** Which keys work in the list, and whether. */
export const KeysDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useText('requests')
  const [isOn, setOn] = useState(areKeysOn)
  const lines = [
    { keys: [rowKeys.next, '↓'], does: t('keys.next') },
    { keys: [rowKeys.previous, '↑'], does: t('keys.previous') },
    { keys: ['Enter'], does: t('keys.enter') },
    { keys: [rowKeys.search], does: t('keys.search') },
    { keys: [rowKeys.help], does: t('keys.help') },
  ]
  const turn = (on: boolean) => {
    setOn(on)
    remember('keys', on ? undefined : 'off')
  }
  return (
    <Dialog
      title={t('keys.title')}
      onClose={onClose}
      actions={
        <Button look="primary" onPress={onClose}>
          {t('action.close')}
        </Button>
      }
    >
      <dl className="keys">
        {lines.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Checkbox label={t('keys.on')} hint={t('keys.onHint')} isChecked={isOn} onCheck={turn} />
    </Dialog>
  )
}
