import { directionOf } from '../../../domain/client-language.ts'
import type { Said } from './client-speech.ts'

/** A sentence, told to browsers and readers as the language that it is in. */
export const SaidWords = ({ said }: { readonly said: Said | undefined }) =>
  said ? (
    <span lang={said.language} dir={directionOf(said.language)}>
      {said.words}
    </span>
  ) : null
