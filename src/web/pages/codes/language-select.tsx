import { useMemo } from 'react'
import { languageCodes } from '../../../domain/import/import-language.ts'
import type { Labels } from '../../../domain/language.ts'
import { languageName } from '../../../text/format.ts'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'

interface LanguageSelectProps {
  readonly taken: readonly string[]
  readonly chosen: string
  /** With what the world calls the language, as far as it has a name. */
  readonly onChoose: (code: string, labels: Labels) => void
}

/** A language that is not in the list yet, by its name. */
export const LanguageSelect = ({ taken, chosen, onChoose }: LanguageSelectProps) => {
  const { t, language } = useText('code')
  const options = useMemo(() => {
    const compare = new Intl.Collator(language).compare
    return languageCodes
      .filter(({ code }) => !taken.includes(code))
      .map(({ code }) => ({ id: code, label: languageName(language, code) }))
      .filter(({ id, label }) => label !== id)
      .toSorted((a, b) => compare(a.label, b.label))
  }, [language, taken])
  const nameIn = (code: string) => ({
    nl: languageName('nl', code),
    fr: languageName('fr', code),
    en: languageName('en', code),
  })
  return (
    <Select
      label={t('whichLanguage')}
      options={[{ id: '', label: t('languageChoose') }, ...options]}
      selected={chosen}
      onSelect={(code) => (code ? onChoose(code, nameIn(code)) : undefined)}
    />
  )
}
