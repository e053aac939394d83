import type { CodeName } from './import-names.ts'
import { spellingOf } from './import-text.ts'

/** One code of `codes` when the value is certain, several when they all claim it, none when nobody knows it. */
export interface Claim {
  readonly codes: readonly string[]
}

/** Spellings of one field, from the surest source to the least: the first source that knows a value has it. */
export interface Lookup {
  readonly find: (value: string) => Claim
  readonly entries: readonly { readonly spelling: string; readonly code: string }[]
}

export function makeLookup(sources: readonly (readonly CodeName[])[]): Lookup {
  const levels = sources.map(claimsOf)
  return {
    find: (value) => {
      const spelling = spellingOf(value)
      const level = levels.find((claims) => claims.has(spelling))
      return { codes: [...(level?.get(spelling) ?? [])] }
    },
    entries: levels.flatMap((claims) =>
      [...claims].flatMap(([spelling, codes]) => [...codes].map((code) => ({ spelling, code }))),
    ),
  }
}

function claimsOf(names: readonly CodeName[]): Map<string, Set<string>> {
  const claims = new Map<string, Set<string>>()
  for (const { code, name } of names) {
    const spelling = spellingOf(name)
    if (spelling === '') continue
    const before = claims.get(spelling)
    if (before) before.add(code)
    else claims.set(spelling, new Set([code]))
  }
  return claims
}

/** A spellings table as names: `{UA: 'Oekraine|Ukraina'}`. */
export const namesOfSpellings = (spellings: Readonly<Record<string, string>>): CodeName[] =>
  Object.entries(spellings).flatMap(([code, line]) => line.split('|').map((name) => ({ code, name })))
