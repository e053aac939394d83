import { findBarriers } from './everybody.ts'
import { demoReport, expect, type Page, signInAs, test } from './journey.ts'

const march = '/manage/places?month=2016-03'
const openMarch = async (page: Page) => {
  await signInAs(page, 'Coördinator', march)
  await expect(page.getByText('19 openingsdagen')).toBeVisible()
}
const openPart = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Onderdelen' }).getByRole('link', { name }).click()
const dialog = (page: Page) => page.getByRole('dialog')
const save = (page: Page) => dialog(page).getByRole('button', { name: 'Bewaren' }).click()
const day = (page: Page, name: string | RegExp) => page.getByRole('table').getByRole('button', { name })

test.use({ townOf: 'places' })

test('each day of March says that it is open or why not, as a table by week', async ({ page }) => {
  await openMarch(page)
  await expect(page.getByRole('table', { name: 'Openingsdagen in maart 2016' })).toBeVisible()
  await expect(page.getByRole('columnheader')).toHaveText([/^Week/, /ma/, /di/, /wo/, /do/, /vr/, /za/, /zo/])
  await expect(day(page, /dinsdag 1 maart 2016: Open/)).toBeVisible()
  await expect(day(page, /maandag 28 maart 2016: Paasmaandag/)).toBeVisible()
  await expect(day(page, /vrijdag 18 maart 2016: Gesloten: vormingsdag/)).toBeVisible()
  await expect(day(page, /zondag 6 maart 2016: Geen uren/)).toBeVisible()
  await expect(day(page, /./)).toHaveCount(31)
})

test('closing a day shows what it does before it is kept, and can be undone', async ({ page }) => {
  await openMarch(page)
  await day(page, / 7 maart 2016/).click()
  await dialog(page).getByRole('button', { name: 'Sluiten op deze dag' }).click()
  await expect(dialog(page)).toContainText(
    'maart 2016: 19 → 18 openingsdagen (4,1 → 4,3 hulpvragen per dag).',
  )
  await expect(dialog(page)).toContainText('Vastgelegde rapporten veranderen niet.')
  await expect(dialog(page).getByRole('button', { name: 'Bewaren' })).toBeDisabled()
  await dialog(page).getByLabel('Reden').fill('brugdag')
  await save(page)
  await expect(page.getByText('18 openingsdagen')).toBeVisible()
  await expect(day(page, / 7 maart 2016: Gesloten: brugdag/)).toBeVisible()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(page.getByText('19 openingsdagen')).toBeVisible()
  await expect(day(page, / 7 maart 2016: Open/)).toBeVisible()
})

test('a closed day opens again, and closes again when that was a mistake', async ({ page }) => {
  await openMarch(page)
  await day(page, /18 maart 2016/).click()
  await dialog(page).getByRole('button', { name: 'Weer openen' }).click()
  await expect(dialog(page)).toContainText('19 → 20 openingsdagen (4,1 → 3,9 hulpvragen per dag)')
  await dialog(page).getByRole('button', { name: 'Weer openen' }).click()
  await expect(day(page, /18 maart 2016: Open/)).toBeVisible()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(day(page, /18 maart 2016: Gesloten: vormingsdag/)).toBeVisible()
})

test('one day inside a long closure opens by itself, as shown before, and the way back is one press', async ({
  page,
}) => {
  const july = '/manage/places?month=2016-07'
  await signInAs(page, 'Coördinator', july)
  await day(page, /12 juli 2016/).click()
  await dialog(page).getByRole('button', { name: 'Sluiten op deze dag' }).click()
  const last = dialog(page).getByRole('group', { name: 'Laatste dag' }).getByRole('spinbutton')
  await last.first().click()
  await page.keyboard.type('29')
  await dialog(page).getByLabel('Reden').fill('zomersluiting')
  await save(page)
  const wednesday = day(page, /20 juli 2016: Gesloten: zomersluiting/)
  await wednesday.click()
  await dialog(page).getByRole('button', { name: 'Alleen deze dag openen' }).click()
  await expect(dialog(page)).toContainText(/juli 2016: (\d+) → \d+ openingsdagen/)
  await dialog(page).getByRole('button', { name: 'Alleen deze dag openen' }).click()
  await expect(day(page, /20 juli 2016: Open/)).toBeVisible()
  await expect(day(page, /19 juli 2016: Gesloten: zomersluiting/)).toBeVisible()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(wednesday).toBeVisible()

  await wednesday.click()
  await dialog(page).getByRole('button', { name: 'Alleen deze dag openen' }).click()
  await dialog(page).getByRole('button', { name: 'Alleen deze dag openen' }).click()
  await day(page, /20 juli 2016: Open/).click()
  await expect(dialog(page)).toContainText('Toch open op 20 juli 2016.')
  await dialog(page).getByRole('button', { name: 'Deze dag weer sluiten' }).click()
  await dialog(page).getByRole('button', { name: 'Deze dag weer sluiten' }).click()
  await expect(wednesday).toBeVisible()
  await wednesday.click()
  await dialog(page).getByRole('button', { name: 'Alle dagen weer openen' }).click()
  await dialog(page).getByRole('button', { name: 'Alle dagen weer openen' }).click()
  await expect(day(page, /20 juli 2016: Open/)).toBeVisible()
})

test('a desk is added with a break at noon, and what was typed badly is not kept', async ({
  page,
  faults,
}) => {
  await openMarch(page)
  await openPart(page, 'Loketten')
  await page.getByRole('button', { name: 'Loket toevoegen' }).click()
  await dialog(page).getByLabel('Naam').fill('Zitdag Zeedijk')
  await dialog(page).getByRole('button', { name: 'Uren toevoegen op zaterdag' }).click()
  await dialog(page).getByLabel('zaterdag, opent om').fill('8.30')
  await dialog(page).getByLabel('zaterdag, sluit om').fill('12u')
  await dialog(page).getByRole('button', { name: 'Uren toevoegen op zaterdag' }).click()
  await dialog(page).getByLabel('zaterdag, opent om').nth(1).fill('11:30')
  await expect(dialog(page)).toContainText('Vul bij alle uren een begin en een einde in')
  const closes = dialog(page).getByLabel('zaterdag, sluit om').nth(1)
  await closes.fill('16 pm')
  await closes.press('Tab')
  await expect(dialog(page).getByRole('alert')).toHaveText('Schrijf een uur als 9:30, 9u30 of 930.')
  await expect(closes).toHaveAttribute('aria-invalid', 'true')
  await closes.fill('1600')
  await expect(dialog(page).getByRole('alert')).toContainText('lopen door andere uren')
  await dialog(page).getByLabel('zaterdag, opent om').nth(1).fill('1330')
  await expect(dialog(page)).toContainText('maart 2016: 19 → 23 openingsdagen')
  await save(page)
  await expect(page.getByRole('heading', { name: 'Zitdag Zeedijk' })).toBeVisible()
  await expect(page.getByText('08:30–12:00, 13:30–16:00')).toBeVisible()
  await openPart(page, 'Kalender')
  await expect(day(page, /zaterdag 5 maart 2016: Open/)).toBeVisible()

  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(page.getByText('19 openingsdagen')).toBeVisible()
  expect(faults.every((fault) => fault.includes('422'))).toBe(true)
  faults.length = 0
})

test('hours from a day on leave the months before as they were', async ({ page }) => {
  await openMarch(page)
  await openPart(page, 'Loketten')
  const card = page.getByRole('listitem').filter({ hasText: 'Stadhuis' })
  await card.getByRole('button', { name: 'Aanpassen' }).click()
  await dialog(page).getByLabel('Welke uren').selectOption('Nieuwe uren vanaf een dag…')
  await dialog(page).getByRole('button', { name: 'Uren toevoegen op zaterdag' }).click()
  await expect(dialog(page)).toContainText('Wat dit verandert')
  await expect(dialog(page)).not.toContainText('2016')
  await save(page)
  await expect(card.getByRole('heading', { name: /^Vanaf / })).toBeVisible()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(card.getByRole('heading', { name: /^Vanaf / })).toHaveCount(0)
})

test('the months are walked with the keyboard, and the address follows', async ({ page }) => {
  await openMarch(page)
  await day(page, / 1 maart 2016/)
    .first()
    .focus()
  await page.keyboard.press('ArrowDown')
  await expect(day(page, /dinsdag 8 maart/)).toBeFocused()
  await page.keyboard.press('End')
  await expect(day(page, /zondag 13 maart/)).toBeFocused()
  await page.keyboard.press('PageUp')
  await expect(day(page, /zaterdag 13 februari/)).toBeFocused()
  await expect(page).toHaveURL('/manage/places?month=2016-02')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(day(page, /maandag 28 maart/)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('heading', { name: 'maandag 28 maart 2016' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(day(page, /maandag 28 maart/)).toBeFocused()
  await page.getByRole('button', { name: 'Volgende maand' }).press('Enter')
  await expect(page).toHaveURL('/manage/places?month=2016-04')
})

test('a holiday that the city gives up from a year on is shown before it is kept', async ({ page }) => {
  await openMarch(page)
  await openPart(page, 'Feestdagen')
  await page.getByRole('checkbox', { name: 'Paasmaandag' }).click()
  await expect(dialog(page)).toContainText('maart 2016: 19 → 20 openingsdagen')
  await dialog(page).getByLabel('Vanaf wanneer').selectOption('Vanaf 2017')
  await expect(dialog(page)).toContainText('Dit verandert geen openingsdagen')
  await dialog(page).getByRole('button', { name: 'Annuleren' }).click()
  await expect(page.getByRole('checkbox', { name: 'Paasmaandag' })).toBeChecked()
})

test('an event stands on its days and goes away again', async ({ page }) => {
  await openMarch(page)
  await day(page, /10 maart 2016/).click()
  await dialog(page).getByRole('button', { name: 'Gebeurtenis noteren' }).click()
  await dialog(page).getByLabel('Wat gebeurde er').fill('nieuwe collega')
  await save(page)
  await expect(day(page, /10 maart 2016: Open.*nieuwe collega/)).toBeVisible()
  await openPart(page, 'Sluitingen')
  const events = page.getByRole('region', { name: 'Gebeurtenissen in 2016' })
  await events.getByRole('button', { name: 'Weghalen' }).click()
  await expect(events.getByText('Nog geen gebeurtenissen in dit jaar.')).toBeVisible()
  await page.getByRole('button', { name: '2015' }).click()
  await expect(page.getByRole('heading', { name: 'Sluitingen in 2015' })).toBeVisible()
  await expect(page.getByText('eindejaarssluiting · Alle loketten').first()).toBeVisible()
  await expect(page.getByText('brugdag')).toHaveCount(0)
})

test('a report is frozen, and later closures do not change it', async ({ page }) => {
  await signInAs(page, 'Coördinator', demoReport)
  await page.getByRole('button', { name: 'Vastleggen' }).click()
  await expect(dialog(page)).toContainText('1 december 2015 tot en met 31 juli 2016')
  await dialog(page).getByRole('button', { name: 'Vastleggen' }).click()
  await expect(page.getByRole('heading', { name: /Vastgelegd rapport|deelrapport 1 van 4/i })).toBeVisible()
  await expect(page.getByText(/^Vastgelegd op .* door Lies/)).toBeVisible()
  const figures = page.getByRole('region', { name: 'In het kort' }).getByRole('definition')
  await page.getByText('Cijfers en tabellen', { exact: true }).click()
  await expect(figures).toHaveText(['866', '148', '5,9'])
  const address = page.url()

  await page.goto(march)
  await day(page, / 7 maart 2016/).click()
  await dialog(page).getByRole('button', { name: 'Sluiten op deze dag' }).click()
  await expect(dialog(page)).toContainText('1 december 2015 tot en met 31 juli 2016, vastgelegd op')
  await dialog(page).getByLabel('Reden').fill('brugdag')
  await save(page)
  await expect(page.getByText('18 openingsdagen')).toBeVisible()
  await page.goto(demoReport)
  await expect(figures).toHaveText(['866', '147', '5,9'])
  await page.getByRole('link', { name: '1 december 2015 tot en met 31 juli 2016' }).first().click()
  await page.getByText('Cijfers en tabellen', { exact: true }).click()
  await expect(page).toHaveURL(address)
  await expect(figures).toHaveText(['866', '148', '5,9'])

  // The next journey finds the demo as it was.
  await page.goto(march)
  await day(page, / 7 maart 2016/).click()
  await dialog(page).getByRole('button', { name: 'Weer openen' }).click()
  await dialog(page).getByRole('button', { name: 'Weer openen' }).click()
  await expect(page.getByText('19 openingsdagen')).toBeVisible()
})

test('a period that cuts a month cannot be frozen, and it says why', async ({ page }) => {
  await signInAs(page, 'Coördinator', '/reports?from=2016-01-02&to=2016-03-31')
  await page.getByRole('button', { name: 'Vastleggen' }).click()
  await expect(dialog(page)).toContainText('volledige maanden')
  await expect(dialog(page).getByRole('button', { name: 'Vastleggen' })).toBeDisabled()
})

test('two people who change one desk see each other, and nothing that was typed is lost', async ({
  page,
  faults,
}) => {
  await openMarch(page)
  await openPart(page, 'Loketten')
  const card = page.getByRole('listitem').filter({ hasText: 'Onthaalbureau' })
  await card.getByRole('button', { name: 'Aanpassen' }).click()
  await dialog(page).getByLabel('Naam').fill('Onthaal')
  const other = await page.context().newPage()
  await other.goto(`${march}&part=desks`)
  const theirs = other.getByRole('listitem').filter({ hasText: 'Onthaalbureau' })
  await theirs.getByRole('button', { name: 'Aanpassen' }).click()
  await dialog(other).getByLabel('Naam').fill('Onthaalbureau Zuid')
  await save(other)
  await expect(other.getByRole('heading', { name: 'Onthaalbureau Zuid' })).toBeVisible()
  await save(page)
  await expect(dialog(page).getByRole('alert')).toContainText('Iemand anders heeft dit intussen aangepast')
  await expect(dialog(page).getByLabel('Naam')).toHaveValue('Onthaal')
  await other.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(other.getByRole('heading', { name: 'Onthaalbureau', exact: true })).toBeVisible()
  expect(faults.every((fault) => fault.includes('412'))).toBe(true)
  faults.length = 0
})

test('every dialog is usable by everybody, on a phone and in the dark', async ({ page }) => {
  test.slow()
  await openMarch(page)
  const openings = [
    ['', () => day(page, /29 maart 2016/).click()],
    ['', () => page.getByRole('button', { name: 'Sluiting toevoegen' }).click()],
    ['&part=desks', () => page.getByRole('button', { name: 'Loket toevoegen' }).click()],
    ['&part=desks', () => page.getByRole('button', { name: 'Stopzetten' }).first().click()],
    ['&part=holidays', () => page.getByRole('checkbox', { name: 'Wapenstilstand' }).click()],
  ] as const
  for (const [part, open] of openings) {
    await page.goto(march + part)
    await open()
    await expect(dialog(page).getByRole('heading').first()).toBeVisible()
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 })
      expect([width, ...(await findBarriers(page, 'dialog'))]).toEqual([width])
    }
    const wide = await page.evaluate<number>(
      'document.querySelector("dialog").scrollWidth - document.querySelector("dialog").clientWidth',
    )
    expect(wide).toBe(0)
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 1280, height: 800 })
  }
})

test('the printed month keeps its table and leaves the buttons of the page out', async ({ page }) => {
  await openMarch(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('19 openingsdagen')).toBeVisible()
  await expect(day(page, /28 maart 2016: Paasmaandag/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sluiting toevoegen' })).toBeHidden()
  await expect(page.getByRole('link', { name: 'Loketten' })).toBeHidden()
})

test('a guide who finds the address is told whom to ask', async ({ page }) => {
  await signInAs(page, 'Toeleider', march)
  await expect(page.getByText('Met jouw rol kan je dit niet beheren')).toBeVisible()
})
