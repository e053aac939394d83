import { expect, test } from 'vitest'
import { localDate } from '../../src/domain/local-date.ts'
import { decidePut } from '../../src/domain/put-decision.ts'
import { refuse } from '../../src/domain/refusal.ts'
import { canonicalJson, checkSnapshotPeriod } from '../../src/domain/report/snapshot.ts'

test('a report is frozen over whole months: the leap day, the year end and a cut month', () => {
  const codeOf = (from: string, to: string) =>
    checkSnapshotPeriod(
      { from: localDate.parse(from), to: localDate.parse(to) },
      localDate.parse('2016-08-01'),
    )?.code
  expect(codeOf('2015-12-01', '2016-07-31')).toBeUndefined()
  expect(codeOf('2016-02-01', '2016-02-29')).toBeUndefined()
  expect(codeOf('2015-12-01', '2015-12-31')).toBeUndefined()
  expect(codeOf('2016-02-01', '2016-02-28')).toBe('period_not_months')
  expect(codeOf('2016-02-02', '2016-02-29')).toBe('period_not_months')
  expect(codeOf('2016-03-01', '2016-02-29')).toBe('period_invalid')
  expect(codeOf('2016-08-01', '2016-08-31')).toBe('period_not_over')
})

test('the same content gives the same bytes, in whatever order it was put together', () => {
  const one = canonicalJson({ b: [1, { d: null, c: 'é"' }], a: 4.1, left: undefined })
  expect(one).toBe('{"a":4.1,"b":[1,{"c":"é\\"","d":null}]}')
  expect(canonicalJson({ a: 4.1, b: [1, { c: 'é"', d: null }] })).toBe(one)
})

test('a PUT adds once, repeats in peace, and changes only the version that it was meant for', () => {
  const there = { version: 3, content: { name: 'Zeedijk' } }
  expect(decidePut(undefined, there.content, undefined)).toBe('add')
  expect(decidePut(undefined, there.content, 3)).toEqual(refuse('not_found'))
  expect(decidePut(there, { name: 'Zeedijk' }, undefined)).toBe('same')
  expect(decidePut(there, { name: 'Zeedijk' }, 2)).toBe('same')
  expect(decidePut(there, { name: 'Kaai' }, undefined)).toEqual(refuse('id_taken'))
  expect(decidePut(there, { name: 'Kaai' }, 2)).toEqual(refuse('version_stale'))
  expect(decidePut(there, { name: 'Kaai' }, 3)).toBe('change')
})
