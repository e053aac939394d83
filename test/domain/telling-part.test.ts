import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tellingFinder } from '../../src/domain/report/story/telling-part.ts'

const known = {
  people: ['Zara', 'Samira Benali', 'Onthaal Oostdijk', 'Toeleider A'],
  places: ['Oostdijk', 'Stadhuis', 'Sint-Jansplein'],
  countries: ['Oekraïne', 'Marokko', 'Marokkaans', 'Ivoorkust', 'CAR'],
}
const find = tellingFinder(known)
const told = (text: string) => find(text).map((part) => `${part.kind}: ${part.text}`)

describe('what may tell who a story is about', () => {
  test.each([
    // Names that the city knows, and any capital within a sentence.
    ['Toen belde Zara mij op.', ['name: Zara']],
    ['Zara belde mij op.', ['name: Zara']],
    ['ik sprak met samira benali of Benali', ['name: Benali']],
    ['Ik was bij Sámira Benali thuis.', ['name: Sámira Benali']],
    ['De juf heet Annelies De Wilde, zei ze.', ['name: Annelies De Wilde']],
    ['Fatima hielp mij. Toen kwam dhr. Peeters.', ['name: Fatima', 'name: Peeters']],
    ['Wij gingen naar Onthaal Oostdijk.', ['name: Onthaal Oostdijk']],
    // Places, the city's own in any case.
    ['Ik woon in oostdijk, bij het stadhuis.', ['place: oostdijk', 'place: stadhuis']],
    ['Marokko is ver. Op het Sint Jansplein wacht ik.', ['place: Marokko', 'place: Sint Jansplein']],
    ["Je viens de l'Ukraine, pas d’Ivoorkust.", ['name: Ukraine', 'place: Ivoorkust']],
    ['Ik kom uit oekraine of Oekraine, via Kortrijk.', ['place: Oekraine', 'place: Kortrijk']],
    // Dates, numbers, mail and phone.
    ['Op 3 maart, of op 3/03/2016, of op maandag.', ['date: 3 maart', 'date: 3/03/2016', 'date: maandag']],
    ['Le 1er août 2016. On 3 May, on May 3rd.', ['date: 1er août 2016', 'date: 3 May', 'date: May 3rd']],
    ['In 1998, om 14u30, voor 450,50 euro.', ['date: 1998', 'number: 14u30', 'number: 450,50']],
    ['Mijn vijf kinderen en ik.', ['number: vijf']],
    ['Bel 0470 00 00 12 of +32 470/00.00.13.', ['phone: 0470 00 00 12', 'phone: +32 470/00.00.13']],
    ['Schrijf naar zara@example.org.', ['mail: zara@example.org']],
    // What tells nothing.
    ['Ik leer Nederlands en wat Engels. Het OCMW hielp.', []],
    ['Ze zei: “Kom terug.” En ik ging. May I go? March on!', []],
    ['I went home, and I was glad.', []],
    ['> Eén vraag\n- Nog een vraag', []],
    ['CAR il est tard.', []],
  ])('%s', (text, parts) => expect(told(text)).toEqual(parts))

  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom('Zara', 'oostdijk', 'Sint', 'Jansplein', '3', 'maart', '.', '>', '"', '@', 'x', 'Ik'),
      )
      .map((words) => words.join(' ')),
  )

  test('stands in the text where it is said to stand, in order and never within another', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let read = 0
        for (const part of find(text)) {
          expect(part.start).toBeGreaterThanOrEqual(read)
          expect(part.text).not.toBe('')
          expect(text.slice(part.start, part.start + part.text.length)).toBe(part.text)
          read = part.start + part.text.length
        }
      }),
    )
  })

  test('is told no more when every part is said otherwise', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parts = find(text).toReversed()
        const reworded = parts.reduce(
          (rest, { start, text: said }) =>
            `${rest.slice(0, start)} iemand ${rest.slice(start + said.length)}`,
          text,
        )
        expect(find(reworded)).toEqual([])
      }),
    )
  })

  const plain = fc
    .array(fc.constantFrom('ik', 'wist', 'niet', 'dat', 'het', 'papier', 'klaar', 'was'), { minLength: 1 })
    .map((words) => words.join(' '))

  test('is found wherever it stands among plain words, which tell nothing themselves', () => {
    const telling = fc.constantFrom(
      ...[...known.people, ...known.places, 'Marokko', 'Fatima', 'zara@example.org', '0470 00 00 12'],
      ...['3 maart', '2015', 'zeven'],
    )
    fc.assert(
      fc.property(plain, telling, plain, (before, words, after) => {
        expect(find(`${before} ${after}`)).toEqual([])
        expect(find(`${before} ${words} ${after}`).map(({ text }) => text)).toEqual([words])
      }),
    )
  })
})
