import { z } from 'zod'
import { type Refusal, refuse } from '../refusal.ts'
import { type CodeListItem, type CodeListName, unanswered } from './code-list.ts'

/** A code of a list as programs write it; that of a sub-theme begins with its theme and a full stop. */
export const codeText = z.string().regex(/^[a-z][a-z0-9_]{0,59}(?:\.[a-z0-9][a-z0-9_]{0,59})?$/)

/** `order` is the address of the list's own order. */
const reserved: readonly string[] = [...unanswered, 'order']

/**
 * Refuses a new code that does not fit its place: `code_invalid`; or whose theme is none: `parent_unknown`. A language
 * is its ISO 639-3 code, because languages that are in no list are noted by it too.
 */
export function refuseCode(
  { list, code, parent }: Pick<CodeListItem, 'list' | 'code' | 'parent'>,
  others: readonly Pick<CodeListItem, 'code' | 'parent'>[],
): Refusal | undefined {
  const isTheme = others.some((other) => other.code === parent && other.parent === null)
  if (parent !== null && (list !== 'theme' || !isTheme)) return refuse('parent_unknown', { code: parent })
  const fits =
    parent === null
      ? !code.includes('.') && !reserved.includes(code) && (list !== 'contact_language' || isLanguage(code))
      : code.startsWith(`${parent}.`)
  return fits ? undefined : refuse('code_invalid', { code })
}

const isLanguage = (code: string) => /^[a-z]{3}$/.test(code)

/** A code for a new label: its words in plain letters, numbered when the list has that code already. */
export function proposeCode(
  label: string,
  { list, parent }: { list: CodeListName; parent: string | null },
  taken: readonly string[],
): string {
  const slug = slugOf(label) || list
  const base = parent === null ? slug : `${parent}.${slug}`
  const isFree = (code: string) => !taken.includes(code) && !reserved.includes(code)
  let code = base
  for (let number = 2; !isFree(code); number++) code = `${base}_${number}`
  return code
}

const slugOf = (label: string): string =>
  label
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40)
    .replace(/_+$/, '')
