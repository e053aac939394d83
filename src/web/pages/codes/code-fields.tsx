import type { StaffLanguage } from '../../../domain/language.ts'
import { languages } from '../../language.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import type { CodeDraft } from './code-draft.ts'

interface CodeFieldsProps {
  readonly draft: CodeDraft
  readonly onDraft: (draft: CodeDraft) => void
  /** In which languages to say that a label is missing. */
  readonly missing: readonly StaffLanguage[]
}

/** The words of a code: in all languages together, so that none is forgotten. */
export const CodeFields = ({ draft, onDraft, missing }: CodeFieldsProps) => {
  const { t } = useText('code')
  return (
    <>
      <fieldset className="code-group">
        <legend>{t('labels')}</legend>
        {languages.map((language) => (
          <TextField
            key={language}
            label={t(`languageName.${language}`)}
            maxLength={120}
            value={draft.labels[language]}
            error={missing.includes(language) ? t('labelMissing') : undefined}
            onChange={(text) => onDraft({ ...draft, labels: { ...draft.labels, [language]: text } })}
          />
        ))}
      </fieldset>
      <fieldset className="code-group">
        <legend>{t('definition')}</legend>
        <p className="field-hint">{t('definitionHint')}</p>
        {languages.map((language) => (
          <TextField
            key={language}
            label={t(`languageName.${language}`)}
            isOptional
            isLong
            maxLength={500}
            value={draft.definitions[language]}
            onChange={(text) =>
              onDraft({ ...draft, definitions: { ...draft.definitions, [language]: text } })
            }
          />
        ))}
      </fieldset>
      <TextField
        label={t('synonyms')}
        hint={t('synonymsHint')}
        isOptional
        isLong
        maxLength={4000}
        value={draft.synonyms}
        onChange={(synonyms) => onDraft({ ...draft, synonyms })}
      />
    </>
  )
}
