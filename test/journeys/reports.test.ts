import { readFile } from 'node:fs/promises'
import { demoReport, expect, signInAs, test } from './journey.ts'

test('the coordinator opens the reports and reads the figures of the period that has data', async ({
  page,
}) => {
  await signInAs(page, 'Coördinator')
  await page.getByRole('link', { name: 'Rapporten' }).click()
  await expect(page).toHaveURL(demoReport)
  await expect(page.getByText('Kortrijk, 1 december 2015 tot en met 31 juli 2016')).toBeVisible()
  const figures = page.getByRole('region', { name: 'In het kort' })
  await expect(figures.getByRole('term')).toHaveText([
    'Hulpvragen',
    'Openingsdagen',
    'Hulpvragen per openingsdag',
  ])
  await expect(figures.getByRole('definition')).toHaveText(['866', '148', '5,9'])
})

test('every chart has a title, a sentence above it, its unit and base under it and its table', async ({
  page,
}) => {
  await signInAs(page, 'Coördinator', demoReport)
  await expect(page.getByRole('heading', { name: 'Wie stelde de vraag' })).toBeVisible()
  const charts = page.getByRole('region').filter({ has: page.getByRole('figure') })
  expect(await charts.count()).toBeGreaterThanOrEqual(7)
  for (const chart of await charts.all()) {
    await expect(chart.getByRole('heading')).not.toBeEmpty()
    await expect(chart.getByRole('img')).toHaveAccessibleName(/.+/)
    await expect(chart.getByText(/^Eenheid: .+\.$/)).toBeVisible()
    await expect(chart.getByText(/^Basis: .+\.$/)).toBeVisible()
    await chart.getByRole('button', { name: 'Toon de tabel' }).click()
    expect(await chart.getByRole('table').getByRole('row').count()).toBeGreaterThan(1)
  }
})

test('the months and the nationalities are those of the published report', async ({ page }) => {
  await signInAs(page, 'Coördinator', demoReport)
  const months = page.getByRole('region', { name: 'Hulpvragen per maand' })
  await months.getByRole('button', { name: 'Toon de tabel' }).click()
  const averages = await months.getByRole('row').locator('td:last-child').allTextContents()
  expect(averages).toEqual(['7,4', '7,2', '6,8', '4,1', '4,3', '6', '5,9', '5,6'])
  await expect(
    page.getByRole('paragraph').filter({ hasText: '42 verschillende nationaliteiten' }),
  ).toBeVisible()
})

test('a number of a table leads to the requests behind it', async ({ page }) => {
  await signInAs(page, 'Coördinator', demoReport)
  const themes = page.getByRole('region', { name: 'Hulpvragen per thema' })
  await themes.getByRole('button', { name: 'Toon de tabel' }).click()
  const number = themes.getByRole('link', { name: /^Toon deze \d+ hulpvragen: / }).first()
  const requests = await number.textContent()
  await number.click()
  await expect(page).toHaveURL(/\/requests\?from=2015-12-01&to=2016-07-31&theme=/)
  await expect(page.getByRole('heading', { name: `${requests} hulpvragen` })).toBeVisible()
})

test('a period without requests says so and points to the one that has them', async ({ page }) => {
  await signInAs(page, 'Coördinator', '/reports?from=2020-01-01&to=2020-06-30')
  await expect(page.getByRole('heading', { name: 'Geen hulpvragen in deze periode' })).toBeVisible()
  await page.getByRole('button', { name: 'Toon 1 december 2015 tot en met 31 juli 2016' }).click()
  await expect(page).toHaveURL(demoReport)
})

test('a period of a kind, a year and a part is three choices away and stands in the address', async ({
  page,
}) => {
  await signInAs(page, 'Coördinator', demoReport)
  await page.getByText('Kwartaal').click()
  await page.getByRole('combobox', { name: 'Jaar' }).selectOption('2016')
  await page.getByText('Januari tot maart').click()
  await expect(page).toHaveURL('/reports?from=2016-01-01&to=2016-03-31')
  await expect(page.getByRole('region', { name: 'In het kort' }).getByRole('definition').first()).toHaveText(
    '328',
  )
})

test('an impossible period in the address is answered in words', async ({ page, faults }) => {
  await signInAs(page, 'Coördinator', '/reports?from=2016-07-31&to=2015-12-01')
  await expect(page.getByRole('alert').filter({ hasText: 'Een periode gaat van een dag naar' })).toBeVisible()
  expect(faults.every((fault) => fault.includes('400'))).toBe(true)
  faults.length = 0
})

test('the report is saved in each format, in the language of the screen', async ({ page }) => {
  await signInAs(page, 'Coördinator', demoReport)
  const starts = {
    PDF: '%PDF-',
    Word: 'PK',
    PowerPoint: 'PK',
    Excel: 'PK',
    CSV: '\ufeffcity;',
    JSON: '{"city"',
  }
  for (const [format, start] of Object.entries(starts)) {
    await page.getByRole('button', { name: 'Downloaden als…' }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: new RegExp(`^${format}`) }).click()
    const download = await coming
    expect(download.url()).toContain('language=nl')
    expect((await readFile(await download.path())).toString().slice(0, start.length)).toBe(start)
    await expect(page.getByRole('link', { name: new RegExp(`^${format}`) })).toHaveCount(0)
  }
})

test('a day that the calendar does not have is as good as absent', async ({ page }) => {
  await signInAs(page, 'Coördinator')
  for (const days of ['from=2016-02-30&to=2016-07-31', 'from=9999-01-01&to=9999-12-31']) {
    await page.goto(`/reports?${days}`)
    await page.getByRole('heading', { name: 'Hulpvragen per maand' }).waitFor()
  }
})

test('without a network no figure of another period stands under the new one', async ({
  page,
  context,
  faults,
}) => {
  await signInAs(page, 'Coördinator', '/reports?from=2015-12-01&to=2016-07-31')
  await page.getByRole('heading', { name: 'Hulpvragen per maand' }).waitFor()
  await context.setOffline(true)
  await page.getByText('Kwartaal', { exact: true }).click()
  await page.getByRole('button', { name: /opnieuw/i }).waitFor()
  await expect(page.getByText('866')).toHaveCount(0)
  await context.setOffline(false)
  // The browser notes each question that did not leave it; that is what this journey made.
  expect(faults.every((fault) => fault.includes('ERR_INTERNET_DISCONNECTED'))).toBe(true)
  faults.length = 0
})

test('the report is laid beside the period before it and the year before', async ({ page }) => {
  await signInAs(page, 'Coördinator', '/reports?from=2016-04-01&to=2016-06-30')
  const previous = page.getByRole('region', { name: 'Vergeleken met de periode ervoor' })
  await expect(previous).toContainText(
    'ongeveer evenveel als de 328 van 1 januari 2016 tot en met 31 maart 2016',
  )
  await previous.getByRole('button', { name: 'Toon de tabel' }).click()
  expect(await previous.getByRole('row').count()).toBeGreaterThan(30)
  const year = page.getByRole('region', { name: 'Vergeleken met een jaar eerder' })
  await expect(year).toContainText('Vergelijken kan dus niet')
})
