import type { RequestFacts } from './request-fact.ts'

/** Permission is given for words: with the words it goes. */
export const withoutIdlePermission = <Facts extends Pick<RequestFacts, 'ownWords' | 'mayQuote'>>(
  facts: Facts,
): Facts => (facts.ownWords === null ? { ...facts, mayQuote: null } : facts)
