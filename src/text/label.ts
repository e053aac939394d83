import type { CodeListItem, CodeListName } from '../domain/code-list/code-list.ts'
import type { StaffLanguage } from '../domain/language.ts'
import { countryName, firstVisitName, languageName, unansweredName } from './format.ts'

export type LabelledList = CodeListName | 'nationality' | 'first_visit'

/** The words of a city for its codes; a code that is in no list (a country, another language) is named by CLDR. */
export type LabelReader = (list: LabelledList, code: string) => string

export function labelReader(
  items: readonly Pick<CodeListItem, 'list' | 'code' | 'labels'>[],
  language: StaffLanguage,
): LabelReader {
  const labels = new Map(items.map((item) => [`${item.list} ${item.code}`, item.labels[language]]))
  return (list, code) => {
    if (list === 'nationality') return countryName(language, code)
    if (list === 'first_visit') return firstVisitName(language, code)
    const label = labels.get(`${list} ${code}`) ?? unansweredName(language, code)
    if (label) return label
    return list === 'contact_language' ? languageName(language, code) : code
  }
}
