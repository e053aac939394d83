import { describe, expect, test } from 'vitest'
import { partsOf } from '../../src/web/pages/report-making/own-words.ts'
import { toggleLines, toggleMark } from '../../src/web/pages/report-making/plain-edit.ts'

/** The selected part stands between square brackets. */
const selected = (marked: string) => ({
  text: marked.replace(/[[\]]/g, ''),
  start: marked.indexOf('['),
  end: marked.indexOf(']') - 1,
})
const shown = ({ text, start, end }: ReturnType<typeof selected>) =>
  `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`

test.each([
  ['bold', 'Oost[dijk] groeit', 'Oost**[dijk]** groeit'],
  ['bold', 'Oost**[dijk]** groeit', 'Oost[dijk] groeit'],
  ['bold', 'in [Oostdijk ]groeit', 'in **[Oostdijk]** groeit'],
  ['italic', '**[Oostdijk]**', '***[Oostdijk]***'],
  ['italic', '***[Oostdijk]***', '**[Oostdijk]**'],
  ['bold', '***[Oostdijk]***', '*[Oostdijk]*'],
  ['italic', 'leeg []', 'leeg *[]*'],
] as const)('%s on %s gives %s', (mark, before, after) => {
  expect(shown(toggleMark(selected(before), mark))).toBe(after)
})

test.each([
  ['wat [werkt]', '[- wat werkt]'],
  ['een\n[twee\ndrie]\nvier', 'een\n[- twee\n- drie]\nvier'],
  ['[- een\n- twee]', '[een\ntwee]'],
  ['[een\n\n- twee]', '[- een\n\n- twee]'],
])('a list of %j is %j', (before, after) => {
  expect(shown(toggleLines(selected(before), 'list'))).toBe(after)
})

test('a line becomes a quotation, and a line again', () => {
  expect(shown(toggleLines(selected('Zij zei:\nik [durf]'), 'quotation'))).toBe('Zij zei:\n[> ik durf]')
  expect(shown(toggleLines(selected('[> ik durf]'), 'quotation'))).toBe('[ik durf]')
})

describe('a text beside its proposal', () => {
  const sources = [{ kind: 'figure' as const, label: 'Alle hulpvragen', field: 'total' }]
  const proposed = [
    { text: 'Er waren 866 hulpvragen.', sources },
    { text: 'December was het drukst.', sources },
  ]

  test('keeps the sources of each sentence that stayed as it was', () => {
    const body = 'Een **druk** jaar. December was het drukst.\n\n- Er waren 866 hulpvragen. Dat is veel.'
    expect(partsOf(body, proposed).map(({ text, isOwn }) => [text, isOwn])).toEqual([
      ['Een druk jaar.', true],
      ['December was het drukst.', false],
      ['Er waren 866 hulpvragen.', false],
      ['Dat is veel.', true],
    ])
  })

  test('that was changed by a word is the writer’s', () => {
    expect(partsOf('December was het rustigst.', proposed)).toEqual([
      { text: 'December was het rustigst.', sources: [], isOwn: true },
    ])
  })
})
