import { normalise } from '../import/import-text.ts'
import { unansweredSpellings } from '../import/spelling-answer.ts'
import { codeSpellings } from '../import/spelling-code.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { CodeListItem, CodeWords } from './code-list.ts'

type Named = Pick<CodeListItem, 'list' | 'code'> & CodeWords

/**
 * Refuses a label or a synonym that means another code of the list: an import could not tell which is meant, nor could
 * a reader. What the code was called before is its own. `name_taken`, with the name as it was written.
 */
export function refuseTakenName(
  item: Named,
  others: readonly (Named & Pick<CodeListItem, 'sensitive'>)[],
  before: CodeWords | undefined,
): Refusal | undefined {
  const own = new Set((before ? namesOf(before) : []).map(normalise))
  const taken = new Set(
    others
      .filter(({ code }) => code !== item.code)
      .flatMap((other) => [...namesOf(other), other.code, ...keptSpellings(other)])
      .map(normalise),
  )
  const name = namesOf(item).find((written) => {
    const spelling = normalise(written)
    return taken.has(spelling) && !own.has(spelling)
  })
  return name === undefined ? undefined : refuse('name_taken', { name })
}

const namesOf = ({ labels, synonyms }: CodeWords): string[] => [...Object.values(labels), ...synonyms]

/**
 * What every import takes for this code, and no other code may take from it: what is sensitive, or no answer, would come
 * in as something else. Any other word a city may give to a code of its own; an import then takes it for that.
 */
function keptSpellings({ list, code, sensitive }: Named & Pick<CodeListItem, 'sensitive'>): string[] {
  const known: Readonly<Record<string, string>> = (sensitive && codeSpellings[list]) || {}
  const line = Object.hasOwn(known, code) ? known[code] : unansweredSpellings[code]
  return line?.split('|') ?? []
}

interface FormerName {
  readonly list: string
  readonly code: string
  readonly name: string
}

/**
 * The codes with what they were called before among their synonyms, as far as no code is called that now: a
 * spreadsheet that was begun under the old words still means the same.
 */
export function withFormerNames<Item extends Named>(
  items: readonly Item[],
  former: readonly FormerName[],
): Item[] {
  const key = (list: string, name: string) => `${list} ${normalise(name)}`
  const now = new Set(
    items.flatMap((item) => [...namesOf(item), item.code].map((name) => key(item.list, name))),
  )
  const free = former.filter(({ list, name }) => !now.has(key(list, name)))
  const byCode = Map.groupBy(free, ({ list, code }) => `${list} ${code}`)
  return items.map((item) => {
    const names = byCode.get(`${item.list} ${item.code}`)?.map(({ name }) => name) ?? []
    return names.length === 0 ? item : { ...item, synonyms: [...item.synonyms, ...names] }
  })
}
