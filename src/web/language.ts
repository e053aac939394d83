import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { StaffLanguage } from '../domain/language.ts'
import { recall, remember } from './browser-memory.ts'

export const languages = ['nl', 'fr', 'en'] as const satisfies readonly StaffLanguage[]

const isLanguage = (value: unknown): value is StaffLanguage =>
  languages.some((language) => language === value)

// One file per language; only the chosen one travels.
const catalogues = import.meta.glob<Record<string, unknown>>('../text/*/app.json', { import: 'default' })

const texts = createInstance()

export const chosenLanguage = (): StaffLanguage =>
  isLanguage(texts.language) ? texts.language : firstLanguage()

/** What was chosen here before, else what the browser asks for, else Dutch. */
function firstLanguage(): StaffLanguage {
  const asked = [recall('language'), ...navigator.languages.map((tag) => tag.slice(0, 2))]
  return asked.find(isLanguage) ?? 'nl'
}

export async function openTexts() {
  const language = firstLanguage()
  await texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'app',
    ns: ['app'],
    interpolation: { escapeValue: false },
    resources: { [language]: { app: await readCatalogue(language) } },
  })
  document.documentElement.lang = language
  return texts
}

export async function chooseLanguage(language: StaffLanguage): Promise<void> {
  if (!texts.hasResourceBundle(language, 'app'))
    texts.addResourceBundle(language, 'app', await readCatalogue(language))
  await texts.changeLanguage(language)
  remember('language', language)
  document.documentElement.lang = language
}

async function readCatalogue(language: StaffLanguage): Promise<Record<string, unknown>> {
  const read = catalogues[`../text/${language}/app.json`]
  if (!read) throw new Error(`no catalogue for ${language}`)
  return read()
}
