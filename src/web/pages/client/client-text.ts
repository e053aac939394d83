import { useEffect, useState } from 'react'
import { type ClientLanguage, writtenLanguage } from '../../../domain/client-language.ts'
import type dutch from '../../../text/client/nl.json'

/** What whoever sits at the desk reads, in one language. */
export type ClientText = typeof dutch

const files = import.meta.glob<ClientText>('../../../text/client/*.json', { import: 'default' })

const written = ['nl', 'ar', 'ary', 'fr', 'en', 'ru'] as const

/** The text in a language, or in the nearest one that it is written in; undefined while it is on its way. */
export function useClientText(
  language: ClientLanguage,
): { readonly text: ClientText; readonly shown: ClientLanguage } | undefined {
  const shown = writtenLanguage(language, written)
  const [read, setRead] = useState<{ readonly text: ClientText; readonly shown: ClientLanguage }>()
  useEffect(() => {
    let isWanted = true
    void files[`../../../text/client/${shown}.json`]?.().then((text) => isWanted && setRead({ text, shown }))
    return () => {
      isWanted = false
    }
  }, [shown])
  return read?.shown === shown ? read : undefined
}

/** A sentence with its gaps filled. */
export const fill = (sentence: string, gaps: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (whole, gap: string) => gaps[gap] ?? whole)
