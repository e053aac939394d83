import { Select } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'
import {
  type Choosing,
  type SingleField,
  singleChoices,
  subThemeChoices,
  themeChoices,
} from './fact-choice.ts'
import { type FormPart, withTheme } from './request-draft.ts'

type Options = ReturnType<typeof singleChoices>

const definitionOf = (options: Options, id: string) => options.find((option) => option.id === id)?.definition

/** One code of a list, with what it means under it. */
export const SingleFact = ({
  field,
  draft,
  onDraft,
  choosing,
}: FormPart & { field: SingleField; choosing: Choosing }) => {
  const { t } = useText('request')
  const options = singleChoices(field, draft[field], choosing)
  return (
    <Select
      label={t(`field.${field}`)}
      hint={definitionOf(options, draft[field])}
      options={options}
      selected={draft[field]}
      onSelect={(code) => onDraft({ ...draft, [field]: code })}
    />
  )
}

export const ThemeFact = ({ draft, onDraft, choosing }: FormPart & { choosing: Choosing }) => {
  const { t } = useText('request')
  const options = themeChoices(draft, choosing)
  return (
    <Select
      label={t('field.theme')}
      hint={definitionOf(options, draft.theme)}
      options={options}
      selected={draft.theme}
      onSelect={(theme) => onDraft(withTheme(draft, theme))}
    />
  )
}

export const SubThemeFact = ({ draft, onDraft, choosing }: FormPart & { choosing: Choosing }) => {
  const { t } = useText('request')
  const options = subThemeChoices(draft, choosing)
  const chosen = draft.subTheme ?? ''
  return (
    <Select
      label={t('field.subTheme')}
      hint={definitionOf(options, chosen)}
      options={options}
      selected={chosen}
      onSelect={(code) => onDraft({ ...draft, subTheme: code || null })}
    />
  )
}
