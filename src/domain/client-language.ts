/** The languages in which whoever sits at the desk is spoken to, Dutch first; IANA subtags. */
export const clientLanguages = ['nl', 'ar', 'ary', 'fr', 'en', 'ru', 'ce', 'inh'] as const
export type ClientLanguage = (typeof clientLanguages)[number]

/** In what somebody reads a text that nobody has written in their language yet. */
const instead: Readonly<Record<ClientLanguage, ClientLanguage>> = {
  ...{ nl: 'nl', ar: 'nl', fr: 'nl', en: 'nl', ru: 'nl' },
  ...{ ary: 'ar', ce: 'ru', inh: 'ru' },
}

/** The language itself where it is written, else the nearest that is; Dutch is always written. */
export function writtenLanguage<Written extends ClientLanguage>(
  language: ClientLanguage,
  written: readonly Written[],
): Written {
  const found = written.find((one) => one === language)
  if (found) return found
  if (language === 'nl') throw new Error('nobody wrote it in Dutch')
  return writtenLanguage(instead[language], written)
}

/** In what somebody reads a text, the best first: their language, those that stand in for it, Dutch. */
export const readingOrder = (language: ClientLanguage): readonly ClientLanguage[] =>
  language === 'nl' ? ['nl'] : [language, ...readingOrder(instead[language])]

export const directionOf = (language: ClientLanguage): 'ltr' | 'rtl' =>
  language === 'ar' || language === 'ary' ? 'rtl' : 'ltr'

const contactLanguages: Readonly<Record<string, ClientLanguage>> = {
  ...{ nld: 'nl', ara: 'ar', ary: 'ary', fra: 'fr', eng: 'en', rus: 'ru', che: 'ce', inh: 'inh' },
}

/** The language that goes with a contact language of a visit (ISO 639-3); undefined where we have none. */
export const clientLanguageOf = (contactLanguage: string): ClientLanguage | undefined =>
  contactLanguages[contactLanguage]
