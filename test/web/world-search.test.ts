import { expect, test } from 'vitest'
import { findInWorld } from '../../src/web/pages/desk/world-search.ts'

test.for([
  ['farsi', ['fas']],
  ['berber', ['rif', 'tzm', 'shi']],
  ['Tamazight', ['tzm', 'zgh']],
  ['darija', ['ary']],
  ['dari', ['fas', 'gbz', 'ary']],
] as const)('whoever types %s finds the language that people call so', ([words, codes]) => {
  expect(findInWorld('contactLanguage', words, [])).toEqual(codes)
})
