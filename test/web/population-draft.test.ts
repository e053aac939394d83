import { expect, test } from 'vitest'
import { groupsOf, readText } from '../../src/web/pages/report-making/population-draft.ts'

const line = (row: number, country: string | null, people: number | null) => ({
  ...{ row, name: `regel ${row}`, people, country, label: country },
})

test('lines of one nationality are added up, decided ones with them, and what is left out stays in sight', () => {
  const lines = [line(1, 'CD', 5), line(2, null, 7), line(3, null, 2), line(4, 'SY', null)]
  const read = groupsOf(lines, { 2: 'CD' })
  expect(read.groups).toEqual([{ country: 'CD', people: 12 }])
  expect(read.unknown.map(({ row }) => row)).toEqual([2, 3])
  expect(read.numberless.map(({ row }) => row)).toEqual([4])
})

test('a file of Windows is read with its accents', async () => {
  expect(await readText(new Blob([new Uint8Array([0x53, 0x79, 0x72, 0x69, 0xeb])]))).toBe('Syrië')
  expect(await readText(new Blob(['Syrië']))).toBe('Syrië')
})
