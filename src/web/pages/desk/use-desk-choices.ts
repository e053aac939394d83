import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { choicesOf, type ListedField, listOfFact } from '../../../domain/request/offered-code.ts'
import { codeListsQuery, useLabels } from '../../code-labels.ts'
import type { Chip } from '../../ui/chips.tsx'
import { useText } from '../../use-text.ts'
import { habitsQuery } from './desk-query.ts'

export type ChipField = ListedField | 'nationality'

/** What a guide can choose, in the order in which it stands on the screen. */
export interface DeskChoices {
  readonly themes: readonly Chip[]
  readonly subThemesOf: (theme: string | null) => readonly Chip[]
  readonly chipsOf: (field: ChipField) => readonly Chip[]
  readonly nameOf: (field: ChipField, code: string) => string
}

const mostNationalities = 6

/** What somebody answers who names no country or language. */
const unnamed = ['unknown', 'refused']

export function useDeskChoices(): DeskChoices {
  const { language } = useText('desk')
  const label = useLabels()
  const codes = useQuery(codeListsQuery).data?.items
  const habits = useQuery(habitsQuery).data
  return useMemo(() => {
    // A guide registers in their own name, and notes what they were told.
    const choosing = { codes: codes ?? [], maySeeSensitive: true }
    const chipOf = ({ list, code, definitions }: (typeof choosing.codes)[number]): Chip => ({
      id: code,
      label: label(list, code),
      definition: definitions[language] ?? definitions.nl,
    })
    const themes = choicesOf('theme', choosing)
    const listOf = (field: ChipField) => (field === 'nationality' ? 'nationality' : listOfFact[field])
    const nameOf = (field: ChipField, code: string) => label(listOf(field), code)
    const used = (field: 'nationality' | 'contactLanguage') =>
      (field === 'nationality' ? habits?.nationalities : habits?.contactLanguages) ?? []
    const world = (field: 'nationality' | 'contactLanguage', listed: readonly string[], most: number) =>
      [...[...new Set([...used(field), ...listed])].slice(0, most), ...unnamed].map((code) => ({
        id: code,
        label: nameOf(field, code),
      }))
    const languages = choicesOf('contact_language', choosing).map(({ code }) => code)
    return {
      themes: themes.filter(({ parent }) => parent === null).map(chipOf),
      subThemesOf: (theme) => themes.filter(({ parent }) => theme !== null && parent === theme).map(chipOf),
      chipsOf: (field) =>
        field === 'nationality'
          ? world(field, [], mostNationalities)
          : field === 'contactLanguage'
            ? world(field, languages, Math.max(languages.length, mostNationalities))
            : choicesOf(listOfFact[field], choosing)
                // What nobody asked is chosen by choosing nothing.
                .filter(({ code }) => code !== 'not_asked')
                .map(chipOf),
      nameOf,
    }
  }, [codes, habits, label, language])
}
