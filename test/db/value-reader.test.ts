import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../database.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db[Symbol.asyncDispose]())

const read = async (value: unknown, type: string) => {
  const { rows } = await sql<{ value: unknown }>`select ${value}::text::${sql.raw(type)} as value`.execute(
    db.auth,
  )
  return rows[0]?.value
}

test('whatever stands in a list of texts comes back as it was', async () => {
  const word = fc.oneof(
    fc.constantFrom(
      '',
      'NULL',
      'null',
      '{',
      '}',
      ',',
      '"',
      '\\',
      ' ',
      'a,b',
      '{}',
      'housing.rent',
      'het "huis"',
    ),
    fc.string().filter((text) => !text.includes('\0')),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (words) => {
      const { rows } = await sql<{ value: unknown }>`select ${words}::text[] as value`.execute(db.auth)
      expect(rows[0]?.value).toEqual(words)
    }),
    { numRuns: 200 },
  )
  expect(await read('{a,NULL}', 'text[]')).toEqual(['a', null])
  expect(await read('{{a,b},{c,d}}', 'text[]')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
})

test('a day stays a day and a count is a number', async () => {
  expect(await read('2026-03-29', 'date')).toBe('2026-03-29')
  expect(await read('9007199254740991', 'int8')).toBe(9007199254740991)
})
