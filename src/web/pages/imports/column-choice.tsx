import type { ImportColumn } from '../../../contract/import-decision.ts'
import type { ImportField } from '../../../domain/import/import-field.ts'
import { useText } from '../../use-text.ts'
import { importFields } from './import-fields.ts'

interface ColumnChoiceProps {
  readonly label: string
  readonly field: ImportField | null
  readonly by: ImportColumn['by']
  readonly onChoose: (field: ImportField | null) => void
}

/** What one column holds; its name is the row's, so only who listens needs the label. */
export const ColumnChoice = ({ label, field, by, onChoose }: ColumnChoiceProps) => {
  const { t } = useText('imports')
  return (
    <div className="column-choice">
      <select
        className="field-box"
        aria-label={label}
        value={field ?? ''}
        onChange={({ target }) => onChoose(importFields.find((each) => each === target.value) ?? null)}
      >
        <option value="">{t('columns.unread')}</option>
        {importFields.map((each) => (
          <option key={each} value={each}>
            {t(`field.${each}`)}
          </option>
        ))}
      </select>
      {by ? <span className="quiet">{t(`columns.by_${by}`)}</span> : null}
    </div>
  )
}
