import { useQuery } from '@tanstack/react-query'
import type { ClientTextPart } from '../../../contract/client-words.ts'
import type { ClientLanguage } from '../../../domain/client-language.ts'
import { type ClientText, useClientText } from './client-text.ts'
import { clientWordsQuery } from './client-words-query.ts'

/** A sentence for whoever sits at the desk, and in which language it is. */
export interface Said {
  readonly words: string
  readonly language: ClientLanguage
}

/** Everything that can be said in a language: in the words of the city where the server answers, else the product's. */
export interface Speech {
  /** Undefined for what is none of our sentences, such as a theme that the city added. */
  readonly say: (key: string) => Said | undefined
  readonly dutch: (key: string) => string | undefined
  readonly isStale: (key: string) => boolean
  /** How it is read aloud; undefined where the server does not answer. */
  readonly part: (part: string) => ClientTextPart | undefined
  /** The product's own text, which says of itself in which language it is. */
  readonly text: ClientText
  readonly textIn: ClientLanguage
  /** The words of the city may still come. */
  readonly isWaiting: boolean
}

export function useSpeech(language: ClientLanguage): Speech | undefined {
  const { data, isError, isPending } = useQuery(clientWordsQuery(language))
  const read = useClientText(language)
  const dutch = useClientText('nl')
  if (!read || !dutch) return undefined
  // What came before the network went is not kept either: a recording could no longer be fetched.
  const city = isError ? undefined : data
  const sentenceOf = (key: string) => city?.sentences.find((one) => one.key === key)
  return {
    say: (key) => {
      const said = sentenceOf(key)
      if (said) return { words: said.words, language: said.shownIn }
      const words = wordsAt(read.text, key)
      return words === undefined ? undefined : { words, language: read.shown }
    },
    dutch: (key) => sentenceOf(key)?.dutch ?? wordsAt(dutch.text, key),
    isStale: (key) => sentenceOf(key)?.isStale ?? false,
    part: (part) => city?.parts.find((one) => one.part === part),
    text: read.text,
    textIn: read.shown,
    isWaiting: isPending,
  }
}

/** `first.title` of a text; undefined where nothing stands there. */
function wordsAt(text: ClientText, key: string): string | undefined {
  let found: unknown = text
  // because: whatever is an object may be asked for a key of it
  for (const step of key.split('.'))
    found = typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[step] : undefined
  return typeof found === 'string' ? found : undefined
}
