import { z } from 'zod'
import { isSeen } from './seen-text.ts'

interface Length {
  readonly least?: number
  readonly most: number
}

/**
 * A line in a person's own words: a name, a reason, a label. One form of every accented letter (NFC), nothing invisible at
 * its ends, and at least `least` characters that can be seen. Refuses half characters, control characters and line breaks,
 * and what turns the direction of the words around it (Unicode TR 36, 3.1); marks inside a word stay, as Persian needs.
 */
export const writtenText = (length: Length) => lineOf(tidyText, length)

/** The same, typed or pasted at a desk: whatever begins another line or cell there is a space, and refuses nothing. */
export const typedLine = (length: Length) =>
  lineOf((text) => tidyText(text.replace(/[\n\r\t\p{Zl}\p{Zp}]+/gu, ' ')), length)

const lineOf = (tidy: (text: string) => string, { least = 1, most }: Length) =>
  z
    .string()
    .overwrite(tidy)
    .min(least)
    .max(most)
    .refine((text) => readable.test(text), { params: { refusal: 'text_unreadable' } })
    // What is too short as it stands is told so by the rule before.
    .refine((text) => text.length < least || visibleLength(text) >= least, {
      params: { refusal: 'text_invisible' },
    })

/** The words as they are kept; nothing at all when there is nothing to see. */
export function tidyText(text: string): string {
  const characters = [...text.normalize('NFC')]
  const first = characters.findIndex((each) => !blank.test(each))
  const last = characters.findLastIndex((each) => !blank.test(each))
  return isSeen(text) ? characters.slice(first, last + 1).join('') : ''
}

const visibleLength = (text: string): number => [...text].filter((each) => !unseen.test(each)).length

// Default_Ignorable_Code_Point: zero-width spaces, direction marks, fillers. U+2800 is a braille cell without dots.
const blank = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]$/u
const unseen = /^[\p{Default_Ignorable_Code_Point}\p{M}\u2800]$/u
const readable = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u

/** Without the marks that nobody sees and these rules refuse: they come along with what is pasted. Line breaks stay. */
export const withoutMarks = (text: string): string =>
  text
    .replace(/[\u202A-\u202E\u2066-\u2069]|(?![\n\r\t])[\p{Cc}\p{Cs}]/gu, '')
    .replace(/[\p{Zl}\p{Zp}]/gu, ' ')

/**
 * A text of several lines in a person's own words: the same rules as a line, but line breaks stay. Empty where there is
 * nothing to see.
 */
export const writtenLines = ({ most }: { readonly most: number }) =>
  z
    .string()
    .overwrite((text) => tidyText(text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll('\t', ' ')))
    .max(most)
    .refine((text) => readable.test(text.replaceAll('\n', ' ')), { params: { refusal: 'text_unreadable' } })
