import { useQuery } from '@tanstack/react-query'
import { choicesOf } from '../../../domain/request/offered-code.ts'
import { codeListsQuery, useLabels } from '../../code-labels.ts'
import type { SelectOption } from '../../ui/select.tsx'

/** The languages of this desk, and this visit's own. */
export function useLanguages(contactLanguage: string): readonly SelectOption<string>[] {
  const label = useLabels()
  const codes = useQuery(codeListsQuery).data?.items ?? []
  const listed = choicesOf('contact_language', { codes, maySeeSensitive: false }).map(({ code }) => code)
  return [...new Set([contactLanguage, ...listed])]
    .filter(isLanguage)
    .map((id) => ({ id, label: label('contact_language', id) }))
}

/** What a visit says of its language, where it says one. */
export const languageSaid = (contactLanguage: string): string =>
  isLanguage(contactLanguage) ? contactLanguage : ''

const isLanguage = (code: string): boolean => /^[a-z]{3}$/.test(code)
