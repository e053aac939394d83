import { Checkbox } from '../../ui/checkbox.tsx'
import { useText } from '../../use-text.ts'
import { type Choosing, type SeveralField, severalChoices } from './fact-choice.ts'
import type { FormPart } from './request-draft.ts'

/** Any number of codes of a list, all in sight. */
export const SeveralFact = ({
  field,
  draft,
  onDraft,
  choosing,
}: FormPart & { field: SeveralField; choosing: Choosing }) => {
  const { t } = useText('request')
  const options = severalChoices(field, draft[field], choosing)
  const choose = (code: string, isChecked: boolean) => {
    const chosen = options
      .map(({ id }) => id)
      .filter((id) => (id === code ? isChecked : draft[field].includes(id)))
    onDraft({ ...draft, [field]: chosen })
  }
  return (
    <fieldset className="request-several">
      <legend className="field-label">{t(`field.${field}`)}</legend>
      <div className="request-checks">
        {options.map(({ id, label, definition }) => (
          <Checkbox
            key={id}
            label={label}
            {...(definition ? { hint: definition } : {})}
            isChecked={draft[field].includes(id)}
            onCheck={(isChecked) => choose(id, isChecked)}
          />
        ))}
      </div>
    </fieldset>
  )
}
