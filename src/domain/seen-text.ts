// Apart from the schemas in written-text.ts: the web app needs this, and need not carry a schema library for it.

/** Whether there is anything to see in it. Not seen: spaces, zero-width signs, direction marks, fillers, an accent on nothing. */
export const isSeen = (text: string): boolean => seen.test(text)

// U+2800 is a braille cell without dots.
const seen = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{M}\u2800]/u
