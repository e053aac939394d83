import { useTranslation } from 'react-i18next'
import type { StaffLanguage } from '../domain/language.ts'
import type catalogue from '../text/nl/app.json'
import { chosenLanguage } from './language.ts'

type Keys<Part, Path extends string> = {
  [Key in keyof Part & string]: Part[Key] extends string
    ? `${Path}${WithoutPlural<Key>}`
    : Keys<Part[Key], `${Path}${Key}.`>
}[keyof Part & string]
type WithoutPlural<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key

/** A sentence that the catalogue holds: a key that it does not hold fails to compile. */
export type TextKey = Keys<typeof catalogue, ''>
export type Text = (key: TextKey, gaps?: Readonly<Record<string, string | number>>) => string

/** The sentences of the chosen language, and that language for whoever formats or asks the server. */
export function useText(): { t: Text; language: StaffLanguage } {
  const { t } = useTranslation('app')
  return { t: (key, gaps) => t(key, { ...gaps }), language: chosenLanguage() }
}
