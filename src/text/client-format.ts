import type { ClientLanguage } from '../domain/client-language.ts'
import type { Weekday } from '../domain/local-date.ts'

// Beside format.ts: ICU has no data for Darija, Chechen and Ingush and would silently take the machine's language, so
// they get their neighbour's. Digits are ours everywhere, as on the door.

const locales: Readonly<Record<ClientLanguage, string>> = {
  ...{ nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB', ru: 'ru', ce: 'ru', inh: 'ru' },
  ...{ ar: 'ar-u-nu-latn', ary: 'ar-u-nu-latn' },
}

/** What each language calls itself. */
export const languageNames: Readonly<Record<ClientLanguage, string>> = {
  ...{ nl: 'Nederlands', ar: 'العربية', ary: 'الدارجة', fr: 'Français', en: 'English', ru: 'Русский' },
  ...{ ce: 'Нохчийн', inh: 'Гӏалгӏай' },
}

export const formatClientWeekday = (language: ClientLanguage, weekday: Weekday): string =>
  new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2001, 0, weekday, 12)),
  )
