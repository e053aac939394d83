import { describe, expect, test } from 'vitest'
import { concernsOf } from '../../src/domain/report/event-title.ts'

const known = {
  people: ['nadia el amrani', 'Koen van den Berg'],
  others: ['Stadhuis', 'Wijkhuis Noord', 'Oostdijk', 'Oekraïne', 'Arabisch', 'Huis van het Kind'],
}

describe('a title of an event of Oostdijk', () => {
  test.each([
    'Nieuwe collega aan het onthaal',
    'Verbouwing van het Stadhuis',
    'Opening loket Wijkhuis Noord',
    'Extra zitdag voor Oekraïense vluchtelingen',
    'Start van de Arabische tolkenpool',
    'Overleg met OCMW en VDAB',
    'Elke dinsdag twee loketten open',
    'Van maandag tot woensdag dicht',
  ])('that tells of nobody is let be: %s', (title) => {
    expect(concernsOf(title, known)).toEqual([])
  })

  test.each([
    ['Nadia vervangen', ['name']],
    ['Afscheid van Mieke', ['name']],
    ['Sabine Peeters start', ['name']],
    ['Ziekte van een toeleider', ['health']],
    ['Langdurig ziek: Koen', ['health', 'name']],
    ['Collega met ouderschapsverlof', ['health']],
    ['Congé de maternité d’une collègue', ['health']],
    ['Décès d’un collègue', ['health']],
    ['Colleague ill for two weeks', ['health']],
  ])('that may tell of a person is worth a second look: %s', (title, concerns) => {
    expect(concernsOf(title, known)).toEqual(concerns)
  })
})
