import { useTranslation } from 'react-i18next'
import type { StaffLanguage } from '../domain/language.ts'
import { chosenLanguage } from './language.ts'

export type Text = (key: string, gaps?: Readonly<Record<string, string | number>>) => string

/** The sentences of the chosen language, and that language for whoever formats or asks the server. */
export function useText(): { t: Text; language: StaffLanguage } {
  const { t } = useTranslation('app')
  return { t: (key, gaps) => t(key, { ...gaps }), language: chosenLanguage() }
}
