import { languages } from '../../language.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Choice } from '../../ui/choice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { closeColumns, type ExportWish, longestReason } from './export-file.ts'

interface ExportFormProps {
  readonly id: string
  readonly wish: ExportWish
  readonly isReasonMissing: boolean
  readonly onWish: (wish: ExportWish) => void
  readonly onSubmit: () => void
}

/** As what, in which language, with what more, and why. */
export const ExportForm = ({ id, wish, isReasonMissing, onWish, onSubmit }: ExportFormProps) => {
  const { t } = useText('requests')
  return (
    <form
      id={id}
      className="export-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <Choice
        label={t('export.format')}
        options={[
          { id: 'xlsx', label: t('export.xlsx') },
          { id: 'csv', label: t('export.csv') },
        ]}
        selected={wish.format}
        onSelect={(format) => onWish({ ...wish, format })}
      />
      <Choice
        label={t('export.language')}
        options={languages.map((one) => ({
          id: one,
          label: t(`language.${one}`),
          name: t(`language.${one}Name`),
        }))}
        selected={wish.language}
        onSelect={(language) => onWish({ ...wish, language })}
      />
      <fieldset className="export-close">
        <legend className="field-label">{t('export.close')}</legend>
        <p className="field-hint">{t('export.closeHint')}</p>
        {closeColumns.map((column) => (
          <Checkbox
            key={column}
            label={t(`export.${column}`)}
            hint={t(`export.${column}Hint`)}
            isChecked={wish.closeColumns.includes(column)}
            onCheck={(isOn) =>
              onWish({
                ...wish,
                closeColumns: closeColumns.filter((one) =>
                  one === column ? isOn : wish.closeColumns.includes(one),
                ),
              })
            }
          />
        ))}
      </fieldset>
      <TextField
        label={t('export.reason')}
        hint={t(wish.closeColumns.length > 0 ? 'export.reasonCloseHint' : 'export.reasonHint')}
        isLong
        maxLength={longestReason}
        value={wish.reason}
        onChange={(reason) => onWish({ ...wish, reason })}
        error={isReasonMissing ? t('export.reasonMissing') : undefined}
      />
    </form>
  )
}
