import { chooseLanguage, languages } from '../language.ts'
import { Choice } from '../ui/choice.tsx'
import { useText } from '../use-text.ts'

export const LanguageChoice = () => {
  const { t, language } = useText()
  return (
    <Choice
      label={t('language.name')}
      hasHiddenLabel
      isCompact
      options={languages.map((id) => ({ id, label: t(`language.${id}`), name: t(`language.${id}Name`) }))}
      selected={language}
      onSelect={(chosen) => void chooseLanguage(chosen)}
    />
  )
}
