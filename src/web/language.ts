import { createInstance } from 'i18next'
import type { StaffLanguage } from '../domain/language.ts'
import { withFrenchSpaces } from '../text/french-space.ts'
import { recall, remember } from './browser-memory.ts'

export const languages = ['nl', 'fr', 'en'] as const satisfies readonly StaffLanguage[]

const isLanguage = (value: unknown): value is StaffLanguage =>
  languages.some((language) => language === value)

// One file per language and part of the app; only what is shown travels.
const catalogues = import.meta.glob<Record<string, unknown>>(
  '../text/*/{app,buttons,card,client,coaching,code,codes,desk,devices,followups,groups,imports,joining,mailing,making,member,members,pin,places,population,privacy,projects,publication,refused,request,requests,roster,start,today,typed}.json',
  { import: 'default' },
)

export type CatalogueName =
  | 'app'
  | 'buttons'
  | 'card'
  | 'client'
  | 'coaching'
  | 'code'
  | 'codes'
  | 'desk'
  | 'devices'
  | 'followups'
  | 'groups'
  | 'imports'
  | 'joining'
  | 'mailing'
  | 'making'
  | 'member'
  | 'members'
  | 'pin'
  | 'places'
  | 'population'
  | 'privacy'
  | 'projects'
  | 'publication'
  | 'refused'
  | 'request'
  | 'requests'
  | 'roster'
  | 'start'
  | 'today'
  | 'typed'

const texts = createInstance()

export const chosenLanguage = (): StaffLanguage =>
  isLanguage(texts.language) ? texts.language : firstLanguage()

/** What was chosen here before, else what the browser asks for, else Dutch. */
function firstLanguage(): StaffLanguage {
  const asked = [recall('language'), ...navigator.languages.map((tag) => tag.slice(0, 2))]
  return asked.find(isLanguage) ?? 'nl'
}

export async function openTexts(): Promise<void> {
  const language = firstLanguage()
  await texts.init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'app',
    // What a page's catalogue does not say, the shell's does.
    fallbackNS: 'app',
    ns: ['app'],
    interpolation: { escapeValue: false },
    resources: { [language]: { app: await readCatalogue(language, 'app') } },
  })
  document.documentElement.lang = language
}

/** The sentences of a catalogue in a language; a key that it does not hold is looked for in the shell's. */
export const sentencesOf = (language: StaffLanguage, name: CatalogueName) =>
  // because: i18next types keys by declarations of its own; ours are checked by TextKey
  texts.getFixedT(language, name) as (key: string, gaps: Readonly<Record<string, string | number>>) => string

/** Tells when somebody chose another language; answers how to stop that. */
export function watchLanguage(listener: () => void): () => void {
  texts.on('languageChanged', listener)
  return () => texts.off('languageChanged', listener)
}

/** Brings the sentences of a page, in the chosen language; a route's loader waits for them. */
export async function openCatalogue(...names: readonly CatalogueName[]): Promise<void> {
  for (const name of names) opened.add(name)
  await Promise.all(names.map((name) => bring(chosenLanguage(), name)))
}

const opened = new Set<CatalogueName>(['app'])

export async function chooseLanguage(language: StaffLanguage): Promise<void> {
  await Promise.all([...opened].map((name) => bring(language, name)))
  await texts.changeLanguage(language)
  remember('language', language)
  document.documentElement.lang = language
}

async function bring(language: StaffLanguage, name: CatalogueName): Promise<void> {
  if (!texts.hasResourceBundle(language, name))
    texts.addResourceBundle(language, name, await readCatalogue(language, name))
}

async function readCatalogue(language: StaffLanguage, name: CatalogueName): Promise<Record<string, unknown>> {
  const read = catalogues[`../text/${language}/${name}.json`]
  if (!read) throw new Error(`no catalogue ${name} for ${language}`)
  return language === 'fr' ? withFrenchSpaces(await read()) : read()
}
