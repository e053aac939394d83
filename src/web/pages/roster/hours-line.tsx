import { TrashIcon } from '@phosphor-icons/react/dist/csr/Trash'
import type { Desk } from '../../../contract/desk.ts'
import type { DeskSpan } from '../../../domain/people/roster.ts'
import { Button } from '../../ui/button.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { useText } from '../../use-text.ts'

interface HoursLineProps {
  /** The weekday by its name. */
  readonly day: string
  readonly span: DeskSpan
  readonly desks: readonly Desk[]
  readonly onSpan: (span: DeskSpan) => void
  readonly onRemove: () => void
}

/** Some hours of a day at a desk. */
export const HoursLine = ({ day, span, desks, onSpan, onRemove }: HoursLineProps) => {
  const { t } = useText('roster')
  return (
    <div className="roster-line">
      <select
        className="field-box roster-desk"
        aria-label={t('desk', { day })}
        value={span.deskId}
        onChange={({ target }) => {
          const desk = desks.find(({ id }) => id === target.value)
          if (desk) onSpan({ ...span, deskId: desk.id })
        }}
      >
        {desks.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <span className="roster-times">
        <TimeField
          look="bare"
          label={t('opens', { day })}
          error={t('noTime')}
          time={span.opens}
          onTime={(opens) => onSpan({ ...span, opens })}
        />
        <span aria-hidden>–</span>
        <TimeField
          look="bare"
          label={t('closes', { day })}
          error={t('noTime')}
          time={span.closes}
          onTime={(closes) => onSpan({ ...span, closes })}
        />
        <Button
          look="bare"
          aria-label={t('remove', { day, opens: span.opens })}
          icon={<TrashIcon aria-hidden size={20} />}
          onPress={onRemove}
        />
      </span>
    </div>
  )
}
