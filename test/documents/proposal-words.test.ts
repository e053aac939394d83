import { describe, expect, test } from 'vitest'
import { draftPassages, draftTexts } from '../../src/documents/chapter/draft-passage.ts'
import type { StaffLanguage } from '../../src/domain/language.ts'
import { localDate } from '../../src/domain/local-date.ts'
import type { Passage } from '../../src/domain/report/chapter/passage.ts'
import { previousPeriod, yearBefore } from '../../src/domain/report/comparison.ts'
import { demoDraft, demoPeriod, demoReport, emptyReport } from './demo-draft.ts'
import { wordsIn } from './oostdijk-report.ts'

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const drafted = (language: StaffLanguage, source = demoDraft()) =>
  draftPassages(source, [], wordsIn(language))
const proposalOf = (passage: Passage, language: StaffLanguage, source = demoDraft()) =>
  plain(drafted(language, source).find((each) => each.passage === passage)?.proposal ?? '')

const busy = demoDraft({
  events: [{ from: localDate.parse('2016-03-07'), to: localDate.parse('2016-03-25'), title: 'ziekte' }],
  earlier: {
    previous: demoReport(
      { months: [{ month: '2015-04' as never, requests: 700 }] },
      previousPeriod(demoPeriod),
    ),
    yearBefore: emptyReport(yearBefore(demoPeriod)),
  },
})

describe('the proposal of Kortrijk reads as people write', () => {
  test.each([
    [
      'nl',
      'requests',
      [
        'Tussen 1 december 2015 en 31 juli 2016 noteerden de toeleiders 866 hulpvragen op 148 openingsdagen: gemiddeld 5,9 per dag. December 2015 was het drukst (7,4 per dag), maart 2016 het rustigst (4,1 per dag). In de kalender van maart 2016 staat: ziekte.',
        'Het totaal van 866 hulpvragen is 166 meer (24 %) dan de 700 hulpvragen van 1 april 2015 tot en met 30 november 2015.',
        'Het vaakst ging het over Brieven en administratie (162, 19 %), Wonen (109, 13 %) en Nederlands en inburgering (96, 11 %), op 866 hulpvragen.',
        'De plaats was het vaakst: Onthaalbureau (665, 77 %) en Stadhuis (201, 23 %), op 866 hulpvragen.',
      ],
    ],
    [
      'fr',
      'requests',
      [
        'Entre le 1er décembre 2015 et le 31 juillet 2016, les accompagnateurs ont noté 866 demandes en 148 jours d’ouverture : en moyenne 5,9 par jour. Décembre 2015 a été le mois le plus chargé (7,4 par jour), mars 2016 le plus calme (4,1 par jour). Le calendrier de mars 2016 mentionne : ziekte.',
        'Le total de 866 demandes dépasse de 166 (24 %) celui de la période du 1er avril 2015 au 30 novembre 2015 (700 demandes).',
      ],
    ],
    [
      'en',
      'requests',
      [
        'Between 1 December 2015 and 31 July 2016 the guides noted 866 help requests on 148 opening days: 5.9 a day on average. December 2015 was the busiest month (7.4 a day), March 2016 the quietest (4.1 a day). The calendar of March 2016 says: ziekte.',
        'The total of 866 help requests is 166 more (24%) than the 700 help requests of 1 April 2015 to 30 November 2015.',
      ],
    ],
    [
      'nl',
      'reach',
      [
        'Bij de vraag voor wie het was, noteerden de toeleiders vrouw (355, 41 %), man (277, 32 %) en gezin (121, 14 %), op 866 hulpvragen.',
        'Bij geen enkele van de 866 hulpvragen is er een antwoord genoteerd bij “Hoe kwam de vraag?”.',
        'Er zijn 42 verschillende nationaliteiten genoteerd; de 10 grootste zijn samen goed voor 750 hulpvragen (87 % van de 866 hulpvragen). Bovenaan staat Rusland, met 188 hulpvragen: 22 % van de 866 hulpvragen en 25 % van de 750 hulpvragen van de grootste samen.',
      ],
    ],
    [
      'nl',
      'guides',
      [
        'Bij 219 van de 866 hulpvragen (25 %) lazen ze een brief en legden ze die uit.',
        'Bij 539 van de 866 hulpvragen (62 %) deed de persoon het zelf of samen met de toeleider.',
      ],
    ],
    [
      'nl',
      'after',
      [
        'Van de 866 hulpvragen kwamen er 372 (43 %) van oudkomers en oud-inburgeraars. Hun vragen gingen het vaakst over Brieven en administratie (68, 18 %), Wonen (46, 12 %) en Werk (36, 10 %), op 372 hulpvragen.',
      ],
    ],
    [
      'nl',
      'working',
      [
        'Van 1 december 2015 tot en met 31 juli 2016 telt de kalender 148 openingsdagen: dan was minstens één loket open.',
        'Als reden, met het aantal dagen, staat in de kalender: vormingsdag (6), eindejaarssluiting (5), paasverlof (3), brugdag (2), krokusverlof (2) en trefdag (1).',
      ],
    ],
    [
      'nl',
      'mission',
      [
        'Dit is deelrapport 1 van 4 van het project Toeleiders in diversiteit, dat loopt van 1 december 2015 tot en met 30 november 2017.',
        '- Nieuwkomers vinden het loket: het streefdoel is gemiddeld 5 per dag (hulpvragen per openingsdag), bereikt is gemiddeld 5,9 per dag.\n- Noden komen bij het beleid: het streefdoel is 4 (deelrapporten), wat bereikt is staat er nog niet.',
      ],
    ],
    [
      'nl',
      'outlook',
      [
        'Deelrapport 2 van 4 van het project Toeleiders in diversiteit gaat over 1 augustus 2016 tot en met 30 november 2016.',
      ],
    ],
    [
      'nl',
      'one_page',
      [
        'Dit werkt:\n\n- Van de 866 hulpvragen zijn er 596 (69 %) beantwoord.',
        'Dit gaat moeilijk:\n\n- Voor 30 van de 866 hulpvragen (3 %) is geen aanbod gevonden.',
      ],
    ],
    ['fr', 'one_page', ['Sur 866 demandes, 596 (69 %) ont reçu une réponse.']],
    ['en', 'one_page', ['For 30 of the 866 help requests (3%) no offer was found.']],
  ] as const)('in %s: %s', (language, passage, sentences) => {
    const proposal = proposalOf(passage, language, passage === 'requests' ? busy : demoDraft())
    for (const sentence of sentences) expect(proposal).toContain(sentence)
  })

  test.each(['nl', 'fr', 'en'] as const)(
    'in %s, with no gap left open and every sentence whole',
    (language) => {
      for (const { sentences } of drafted(language, busy))
        for (const { text, sources } of sentences) {
          expect(text).toMatch(/^[\p{Lu}\d].*[.:]$/u)
          expect(text).not.toMatch(/\{\{|undefined|NaN/)
          for (const { label } of sources) expect(label).toMatch(/\S/)
        }
    },
  )
})

test('a proposal stands in a report until somebody writes, is marked until it is ready, and may be left out', () => {
  const written = [
    { passage: 'guides', body: 'Samen lukt het.', state: 'ready' },
    { passage: 'reach', body: '', state: 'empty' },
    { passage: 'after', body: 'Nog niet af', state: 'proposed' },
  ] as const
  const texts = draftTexts(draftPassages(demoDraft(), written, wordsIn('nl')))
  const found = (passage: Passage) => texts.find((text) => text.passage === passage)
  expect(found('guides')).toEqual({ passage: 'guides', body: 'Samen lukt het.', isUnread: false })
  expect(found('after')).toMatchObject({ body: 'Nog niet af', isUnread: true })
  expect(found('requests')?.isUnread).toBe(true)
  expect([found('reach'), found('stories'), found('ask')]).toEqual([undefined, undefined, undefined])
})
