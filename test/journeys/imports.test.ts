import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { textRow, workbookOf } from '../documents/workbook-by-hand.ts'
import { findBarriers, overflowOf } from './everybody.ts'
import { expect, type Page, signInAs, test } from './journey.ts'
import { totalOf } from './request-list.ts'

const rows = [
  'nr;datum;plaats;toeleider;thema;nationaliteit;statuut;opmerking',
  '9001;04/01/2016;Onthaalbureau;Toeleider A;Wonen;Atlantis;nieuwkomer;eerste keer',
  '9002;05/01/2016;Onthaalbureau;Toeleider A;Werk;Marroko;oudkomer;',
  '9003;31/02/2016;Onthaalbureau;Toeleider A;Werk;Marokko;oudkomer;',
  '9004;06/01/2016;Buurthuis;Toeleider Z;Wonen;Syrië;nieuwkomer;',
]
const file = (text: string, name = 'loket januari.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})

const choose = (page: Page, given: ReturnType<typeof file>) =>
  page.getByLabel('Bestand kiezen').setInputFiles(given)

/** Everybody can use this step, also on a phone. */
async function isForEverybody(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect([width, await overflowOf(page), await findBarriers(page)]).toEqual([width, 0, []])
  }
}

async function throughColumns(page: Page): Promise<void> {
  await page.getByLabel('Van welke organisatie').selectOption('Onthaal De Leiebrug')
  await page.getByRole('button', { name: 'Verder', exact: true }).click()
}

test('the coordinator brings in a spreadsheet in five steps, and takes it back', async ({ page }) => {
  test.slow()
  await signInAs(page, 'Coördinator', '/manage/imports')
  await choose(page, file(rows.join('\n')))

  await expect(page.getByRole('heading', { name: 'Wat staat er in de kolommen?' })).toBeVisible()
  await expect(page.getByText('loket januari.csv (1 kB)')).toBeVisible()
  await page.getByLabel('Van welke organisatie').selectOption('Onthaal De Leiebrug')
  await expect(page.getByLabel('Wat staat er in de kolom thema?')).toHaveValue('theme')
  await expect(page.getByLabel('Wat staat er in de kolom opmerking?')).toHaveValue('')
  await page.getByLabel('Wat staat er in de kolom thema?').selectOption('Niet lezen')
  await expect(page.getByText('Kies nog de kolom met: Thema.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Verder', exact: true })).toBeDisabled()
  await page.getByLabel('Wat staat er in de kolom thema?').selectOption('Thema')
  await isForEverybody(page)
  await page.getByRole('button', { name: 'Verder', exact: true }).click()

  await expect(page.getByRole('heading', { name: 'Wat betekent “Atlantis”?' })).toBeFocused()
  await expect(page.getByText('Vraag 1 van 2')).toBeVisible()
  await page.getByRole('radio', { name: /^Onbekend/ }).check()
  await isForEverybody(page)
  await page.getByRole('button', { name: 'Bewaren en verder' }).click()
  await expect(page.getByRole('heading', { name: 'Wat betekent “Marroko”?' })).toBeFocused()

  // The address is enough to come back: what was decided is still decided.
  await page.reload()
  await expect(page.getByText('Vraag 2 van 2')).toBeVisible()
  await page.getByRole('radio', { name: 'Iets anders' }).check()
  await page.getByLabel('Kies een antwoord').selectOption('Tunesië')
  await page.getByRole('radio', { name: 'Marokko' }).check()
  await page.getByRole('button', { name: 'Bewaren en verder' }).click()
  await expect(page.getByRole('row', { name: /Marroko.*Marokko/ })).toBeVisible()
  await isForEverybody(page)
  await page.getByRole('button', { name: 'Naar de proef' }).click()

  await expect(page.getByRole('heading', { name: '1 rij blijft buiten' })).toBeVisible()
  await expect(page.getByRole('row', { name: /4 datum 31\/02\/2016 Dit is geen datum/ })).toBeVisible()
  await expect(page.getByText('Buurthuis')).toBeVisible()
  await expect(page.getByText('Toeleider Z')).toBeVisible()
  await isForEverybody(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Download alle rijen/ }).click(),
  ])
  expect(download.suggestedFilename()).toBe('Niet ingelezen uit loket januari.csv')
  expect(await readFile(await download.path(), 'utf8')).toContain('4;datum;31/02/2016;Dit is geen datum.')

  // Back without loss.
  await page.getByRole('link', { name: 'Waarden' }).click()
  await expect(page.getByRole('row', { name: /Atlantis.*onbekend/ })).toBeVisible()
  await page.goBack()
  await page.getByRole('button', { name: '3 hulpvragen inlezen' }).click()
  await expect(page.getByText('Er zijn 3 hulpvragen ingelezen.').first()).toBeVisible()
  await isForEverybody(page)
  await page.getByRole('link', { name: 'Nog een bestand' }).click()
  await expect(page.getByRole('row', { name: /loket januari.csv.*Lies.*ingelezen 3 1/ })).toBeVisible()

  await page.getByRole('button', { name: 'Ongedaan maken: loket januari.csv' }).click()
  await expect(page.getByRole('dialog')).toContainText('3 hulpvragen gaan uit alle lijsten en cijfers.')
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`))
  await page.getByRole('dialog').getByRole('button', { name: 'Ongedaan maken' }).dblclick()
  await expect(page.getByText('Ongedaan gemaakt: 3 hulpvragen tellen niet meer mee.')).toBeVisible()
  await expect(page.getByRole('row', { name: /loket januari.csv.*ongedaan gemaakt/ })).toBeVisible()
  expect(sent.filter((each) => /^PUT .*undoing$/.test(each))).toHaveLength(1)
})

test('a workbook with every field asks of a theme by its groups, and says which rows it hides', async ({
  page,
}) => {
  test.slow()
  await signInAs(page, 'Coördinator', '/manage/imports')
  await expect(page.getByText('Rijen die een filter verbergt, lezen we ook.')).toBeVisible()
  const hidden = (row: string) => row.replace('<row ', '<row hidden="1" ')
  const workbook = workbookOf({
    sheets: [
      {
        rows: [
          textRow(
            1,
            'datum',
            'thema',
            'gevraagd door',
            'taalhulp',
            'wijk',
            'eerste keer?',
            'verwezen naar',
            'tip',
          ),
          textRow(2, '04/01/2016', 'sleutels', 'dochter', 'kind', 'Noord', 'ja', 'Sociaal Huis', 'Bel eerst'),
          hidden(textRow(3, '05/01/2016', 'huisvesting', 'klant', 'geen', '', 'zelden', '', '')),
        ].join(''),
      },
    ],
  })
  await choose(page, {
    name: 'alles.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(workbook),
  })
  await page.getByLabel('Van welke organisatie').selectOption('Onthaal De Leiebrug')
  for (const [column, field] of [
    ['gevraagd door', 'asked_by'],
    ['taalhulp', 'language_help'],
    ['wijk', 'neighbourhood'],
    ['eerste keer?', 'first_visit'],
    ['verwezen naar', 'referred_to_text'],
    ['tip', 'tip'],
  ])
    await expect(page.getByLabel(`Wat staat er in de kolom ${column}?`)).toHaveValue(field ?? '')
  await isForEverybody(page)
  await page.getByRole('button', { name: 'Verder', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Wat betekent “sleutels”?' })).toBeVisible()
  await page.getByRole('radio', { name: 'Kies uit de lijst' }).check()
  const meanings = page.getByLabel('Kies een antwoord').locator('optgroup[label=Wonen] > option')
  await expect(meanings.first()).toHaveText('Wonen')
  await expect(meanings.nth(1)).toHaveText('huurcontract en huurwaarborg')
  await page.getByLabel('Kies een antwoord').selectOption('huurcontract en huurwaarborg')
  await isForEverybody(page)
  await page.getByRole('button', { name: 'Bewaren en verder' }).click()
  await expect(page.getByRole('heading', { name: 'Wat betekent “zelden”?' })).toBeVisible()
  await page.getByRole('radio', { name: 'Kies uit de lijst' }).check()
  await page.getByLabel('Kies een antwoord').selectOption('Nee, al eerder geweest')
  await page.getByRole('button', { name: 'Bewaren en verder' }).click()
  await page.getByRole('button', { name: 'Naar de proef' }).click()
  await expect(page.getByRole('button', { name: '2 hulpvragen inlezen' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Rijen die je rekenblad verbergt' })).toBeVisible()
  await expect(page.getByText('1 rij', { exact: true })).toBeVisible()
  await isForEverybody(page)
})

test('what came in stands in the list at once, and what is undone leaves it, without loading anew', async ({
  page,
}) => {
  test.slow()
  await signInAs(page, 'Coördinator')
  await page.goto('/manage/imports')
  const list = page.getByRole('navigation').getByRole('link', { name: 'Hulpvragen' })
  await list.click()
  const total = async () => Number((await totalOf(page, /^\d+ hulpvragen$/).textContent())?.split(' ')[0])
  await expect(totalOf(page, /^\d+ hulpvragen$/)).toBeVisible()
  const before = await total()
  await page.goBack()
  await choose(page, file([rows[0], ...rows.slice(4)].join('\n').replaceAll('9004', '9104'), 'buurthuis.csv'))
  await throughColumns(page)
  await page.getByRole('button', { name: '1 hulpvraag inlezen' }).click()
  await expect(page.getByText('Er is 1 hulpvraag ingelezen.').first()).toBeVisible()
  await page.getByRole('link', { name: 'Bekijk de hulpvragen' }).click()
  await expect(totalOf(page, `${before + 1} hulpvragen`)).toBeVisible()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(totalOf(page, `${before} hulpvragen`)).toBeVisible()
})

test('a row that changed is shown side by side, and taken over by itself', async ({ page }) => {
  test.slow()
  await signInAs(page, 'Coördinator')
  const demo = await readFile(join(import.meta.dirname, '../../demo/help-requests.csv'), 'utf8')
  const changed = demo.split('\n')
  changed[1] = (changed[1] ?? '').replace('Marokko;', 'Tunesië;')
  await page.goto('/manage/imports')
  await choose(page, file(changed.join('\n'), 'help-requests.csv'))
  await throughColumns(page)
  await expect(page.getByRole('heading', { name: '1 rij is veranderd' })).toBeVisible()
  await expect(page.getByText('Er staat niets nieuws in dit bestand')).toBeVisible()
  await expect(page.getByRole('row', { name: 'Nationaliteit Marokko Tunesië' })).toBeVisible()
  await page.getByRole('button', { name: 'Overnemen' }).click()
  await expect(page.getByText('Rij 2 is overgenomen.')).toBeVisible()
  await page.getByRole('button', { name: 'Stoppen en het bestand wissen' }).click()
  await expect(page.getByText('Het bestand is gewist.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Kies een bestand' })).toBeVisible()
})

test('what is no spreadsheet is refused before it is sent, and what is broken after that', async ({
  page,
  faults,
}) => {
  await signInAs(page, 'Coördinator', '/manage/imports')
  await choose(page, file('%PDF-1.7', 'verslag.csv'))
  await expect(page.getByRole('alert')).toContainText('verslag.csv: Dit is een PDF en geen rekenblad.')
  await choose(page, file('', 'leeg.csv'))
  await expect(page.getByRole('alert')).toContainText('Het bestand is leeg.')
  await choose(page, file('datum;thema\n01/12/2015;"Wonen', 'half.csv'))
  await expect(page.getByRole('alert')).toContainText('half.csv: Dit bestand is niet volledig')
  // The browser notes the server's refusal; that is what this journey made.
  expect(faults.every((fault) => fault.includes('status of 422'))).toBe(true)
  faults.length = 0
})

test('whoever may not import finds that out in words', async ({ page }) => {
  await signInAs(page, 'Toeleider', '/manage/imports')
  await expect(page.getByText('Met jouw rol kan je dit niet beheren.')).toBeVisible()
})

test('a workbook with a sheet per month says which it does not read, and what a row without a number is known by', async ({
  page,
}) => {
  const heads = ['datum', 'naam medewerker', 'hoofdthema', 'opmerkingen']
  const cells = (row: number) =>
    ['Toeleider A', 'Wonen', 'vrij'].map(
      (text, at) => `<c r="${'BCD'[at]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
    )
  // The 40,900th day after 1 January 1904.
  const rows = `${textRow(1, ...heads)}<row r="2"><c r="A2" s="1"><v>40900</v></c>${cells(2).join('')}</row>`
  const sheets = ['jan', 'feb', 'mrt'].map((name) => ({ name, rows }))
  await signInAs(page, 'Coördinator', '/manage/imports')
  await page.getByLabel('Bestand kiezen').setInputFiles({
    name: 'per maand.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(workbookOf({ formats: [14], is1904: true, sheets })),
  })
  await page.getByLabel('Van welke organisatie').selectOption('Onthaal De Leiebrug')
  await expect(page.getByText('Bladen die we niet lezen: feb, mrt.')).toBeVisible()
  await expect(page.getByText('2015-12-24')).toBeVisible()
  await expect(page.getByText('Zonder kolom met een nummer herkennen we een rij')).toBeVisible()
  await expect(page.getByLabel('Wat staat er in de kolom naam medewerker?')).toHaveValue('guide')
  await isForEverybody(page)
  await page.getByRole('button', { name: 'Verder', exact: true }).click()
  await expect(page.getByRole('button', { name: '1 hulpvraag inlezen' })).toBeVisible()
  await expect(page.getByText('Bladen die we niet lezen: feb, mrt.')).toBeVisible()
  await expect(page.getByText('Vrije tekst zoals opmerkingen lezen we niet')).toBeVisible()
  await page.getByRole('button', { name: 'Stoppen en het bestand wissen' }).click()
  await expect(page.getByText('Het bestand is gewist.')).toBeVisible()
})
