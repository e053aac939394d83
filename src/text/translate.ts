import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next, { type i18n } from 'i18next'
import { type StaffLanguage, staffLanguage } from '../domain/language.ts'
import { withFrenchSpaces } from './french-space.ts'

// For the server and the command line: every catalogue at once. The web app loads the same files one by one.

export type Translate = (
  key: `${string}:${string}`,
  gaps?: Readonly<Record<string, string | number>>,
) => string

/** The sentences of one language: `t('refusal:not_found')`. Throws on a key that no catalogue holds. */
export function translator(language: StaffLanguage): Translate {
  const instance = instances.get(language) ?? openInstance(language)
  instances.set(language, instance)
  return (key, gaps) => {
    // because: i18next wants keys typed from its own catalogue declarations
    if (!instance.exists(key, gaps ?? {})) throw new Error(`No text ${key} in ${language}`)
    return instance.t(key as string, gaps ?? {})
  }
}

const instances = new Map<StaffLanguage, i18n>()

function openInstance(language: StaffLanguage): i18n {
  const instance = i18next.createInstance()
  void instance.init({
    lng: language,
    initAsync: false,
    fallbackLng: false,
    keySeparator: '.',
    interpolation: { escapeValue: false },
    resources: { [language]: readCatalogues(language) },
  })
  return instance
}

/** The catalogues of one language by name: what stands in text/<language>/<name>.json, spaces as the language sets them. */
export function readCatalogues(language: StaffLanguage): Record<string, Record<string, unknown>> {
  const folder = join(import.meta.dirname, language)
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return Object.fromEntries(
    files.map((file) => {
      const words = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      return [file.slice(0, -'.json'.length), language === 'fr' ? withFrenchSpaces(words) : words]
    }),
  )
}

export const everyStaffLanguage = staffLanguage.options
