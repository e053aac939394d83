import { useState } from 'react'
import { announce } from '../../announcement.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useText } from '../../use-text.ts'
import { ColumnLine } from './column-line.tsx'
import { type ColumnField, columnFields, isSameOrder, usualFields } from './request-columns.ts'
import type { RequestSettings } from './use-request-settings.ts'

interface ColumnsDialogProps {
  readonly settings: RequestSettings
  readonly onClose: () => void
}

/**
 * Which columns, in which order, from what the list shows now. Nothing changes before it is kept, and then there is a way
 * back.
 */
export const ColumnsDialog = ({ settings, onClose }: ColumnsDialogProps) => {
  const { t } = useText('requests')
  const before = settings.columns
  const [chosen, setChosen] = useState(before.length > 0 ? before : usualFields)
  const [moved, setMoved] = useState('')
  const lines = [...chosen, ...columnFields.filter((field) => !chosen.includes(field))]
  const tick = (field: ColumnField) => (isOn: boolean) =>
    setChosen(isOn ? [...chosen, field] : chosen.filter((one) => one !== field))
  const move = (field: ColumnField, steps: -1 | 1) => {
    const from = chosen.indexOf(field)
    const to = from + steps
    if (to < 0 || to >= chosen.length) return
    const rest = chosen.filter((one) => one !== field)
    setChosen([...rest.slice(0, to), field, ...rest.slice(to)])
    setMoved(t('columns.moved', { column: t(`field.${field}`), place: to + 1, count: chosen.length }))
  }
  const isUsual = isSameOrder(chosen, usualFields)
  const keep = async () => {
    const columns = isUsual ? [] : chosen
    onClose()
    if (isSameOrder(columns, before)) return
    await settings.putColumns(columns)
    announce({
      sentence: columns.length > 0 ? t('columns.kept', { count: columns.length }) : t('columns.usualKept'),
      undo: () => settings.putColumns(before),
    })
  }
  return (
    <Dialog
      title={t('columns.title')}
      onClose={onClose}
      actions={
        <>
          <Button
            look="bare"
            onPress={() => {
              setChosen(usualFields)
              setMoved(t('columns.isUsual'))
            }}
          >
            {t('columns.usual')}
          </Button>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={chosen.length === 0}
            onPress={() => void keep().catch(settings.announceFailure)}
          >
            {t('action.save')}
          </Button>
        </>
      }
    >
      <p>{isUsual ? t('columns.isUsual') : chosen.length > 0 ? t('columns.lead') : t('columns.none')}</p>
      <ul className="column-lines">
        {lines.map((field) => (
          <ColumnLine
            key={field}
            name={t(`field.${field}`)}
            place={chosen.indexOf(field)}
            count={chosen.length}
            onTick={tick(field)}
            onMove={(steps) => move(field, steps)}
          />
        ))}
      </ul>
      <p className="visually-hidden" role="status">
        {moved}
      </p>
    </Dialog>
  )
}
