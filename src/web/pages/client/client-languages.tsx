import type { ReactNode } from 'react'
import { type ClientLanguage, clientLanguages, directionOf } from '../../../domain/client-language.ts'
import { languageNames } from '../../../text/client-format.ts'
import './client-languages.css'

interface ClientLanguagesProps {
  readonly legend: ReactNode
  readonly chosen: ClientLanguage
  readonly onChoose: (language: ClientLanguage) => void
}

/** Each language by its own name. */
export const ClientLanguages = ({ legend, chosen, onChoose }: ClientLanguagesProps) => (
  <fieldset className="client-languages">
    {legend}
    {clientLanguages.map((language) => (
      <button
        key={language}
        type="button"
        lang={language}
        dir={directionOf(language)}
        aria-pressed={language === chosen}
        onClick={() => onChoose(language)}
      >
        {languageNames[language]}
      </button>
    ))}
  </fieldset>
)
