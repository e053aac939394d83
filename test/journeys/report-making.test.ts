import { findBarriers, overflowOf } from './everybody.ts'
import { expect, type Page, signInAs, test } from './journey.ts'

const making = '/reports/making?from=2015-12-01&to=2016-07-31'
const pages = (page: Page) => page.getByRole('region', { name: 'Bladzijden' })
const text = (page: Page) => page.getByRole('region', { name: 'Tekst' })
const chapters = (page: Page) => page.getByRole('region', { name: 'Hoofdstukken' })

test.use({ townOf: 'making a report' })

test('the report stands there as it is printed, and the list of chapters leads through it', async ({
  page,
}) => {
  await signInAs(page, 'Coördinator', '/reports?from=2015-12-01&to=2016-07-31')
  await page.getByRole('link', { name: 'Rapport maken' }).click()
  await expect(page).toHaveURL(/\/reports\/making\?from=2015-12-01&to=2016-07-31/)
  const first = pages(page).getByRole('img', { name: /^Bladzijde 1 van \d+/ })
  await expect(first).toHaveJSProperty('complete', true, { timeout: 30_000 })
  await expect(first).not.toHaveJSProperty('naturalWidth', 0)
  const chapter = chapters(page).getByRole('button').last()
  await expect(chapter).not.toHaveAttribute('aria-current')
  await chapter.focus()
  await page.keyboard.press('Enter')
  await expect(chapter).toHaveAttribute('aria-pressed', 'true')
  await expect(
    pages(page)
      .getByRole('img', { name: /13 Bijlagen/ })
      .first(),
  ).toBeInViewport()
  await expect(first).not.toBeInViewport()
  await expect(chapters(page).locator('[aria-current]')).toHaveCount(1)
})

test('the public’s eyes see at once what disappears, by day, in the dark and on a telephone', async ({
  page,
}) => {
  await signInAs(page, 'Coördinator', making)
  await expect(chapters(page).getByRole('button').first()).toBeVisible()
  await page.getByText('Publiek', { exact: true }).click()
  await expect(page).toHaveURL(/audience=everybody/)
  await expect(
    chapters(page)
      .getByText(/getal(len)? verborgen/)
      .first(),
  ).toBeVisible({ timeout: 30_000 })
  expect(await findBarriers(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await overflowOf(page)).toBe(0)
  await expect(chapters(page)).toBeHidden()
  await page.getByText('Hoofdstukken', { exact: true }).click()
  await expect(pages(page)).toBeHidden()
  await chapters(page).getByRole('button', { name: /^13/ }).click()
  await expect(
    pages(page)
      .getByRole('img', { name: /13 Bijlagen/ })
      .first(),
  ).toBeInViewport()
})

test('a chapter is written, kept in every pause, called ready and frozen with its report', async ({
  page,
  context,
  faults,
}) => {
  await signInAs(page, 'Coördinator', making)
  const chapter = chapters(page).getByRole('button', { name: /^4 Hulpvragen/ })
  await chapter.click()
  await expect(chapter).toContainText('voorzet')
  const area = text(page).getByRole('textbox', { name: 'Hulpvragen' })
  await text(page).getByRole('button', { name: 'Neem de voorzet over' }).click()
  await expect(area).toHaveValue(
    /^Tussen 1 december 2015 en 31 juli 2016 noteerden de toeleiders 866 hulpvragen/,
  )
  await expect(text(page).getByText(/^Bewaard op .* door Lies$/)).toBeVisible()

  const sheets = async () => {
    const all = await pages(page).getByRole('img').all()
    return (await Promise.all(all.map((sheet) => sheet.getAttribute('src')))).join()
  }
  const before = await sheets()
  await area.press('Control+End')
  await area.pressSequentially('\n\nEen druk')
  await area.press('Shift+Control+ArrowLeft')
  await area.press('Control+b')
  await expect(area).toHaveValue(/Een \*\*druk\*\*$/)
  await expect.poll(sheets).not.toBe(before)

  await text(page).getByRole('button', { name: 'Waar elke zin vandaan komt' }).click()
  await text(page)
    .getByRole('button', { name: /^Het vaakst ging het over/ })
    .click()
  await expect(
    text(page)
      .getByRole('link', { name: /^Toon deze \d+ hulpvragen: Thema/ })
      .first(),
  ).toBeVisible()
  await text(page).getByRole('button', { name: 'Een druk', exact: true }).click()
  await expect(text(page).getByText(/^Eigen woorden/)).toBeVisible()

  await context.setOffline(true)
  await area.press('Control+End')
  await area.pressSequentially(' jaar.')
  await expect(text(page).getByRole('alert')).toContainText('Nog niet bewaard: er is geen netwerk.')
  await page.getByRole('link', { name: 'Hulpvragen', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Verder aanpassen' }).click()
  await context.setOffline(false)
  await expect(text(page).getByText(/^Bewaard op /)).toBeVisible()
  faults.length = 0

  const query = 'from=2015-12-01&to=2016-07-31&language=nl'
  const { items } = await (await page.request.get('/api/v1/projects')).json()
  const place = `${query}&projectId=${items[0].id}`
  const { passages } = await (await page.request.get(`/api/v1/reports/texts?${place}`)).json()
  const { version } = passages.find((each: { passage: string }) => each.passage === 'requests')
  const saved = await page.request.put(`/api/v1/reports/texts/requests?${place}`, {
    headers: { 'if-match': `"${version}"` },
    data: { body: 'Van op een ander scherm.', state: 'proposed' },
  })
  expect(saved.status()).toBe(200)
  await area.pressSequentially(' Echt.')
  await expect(text(page).getByText('Van op een ander scherm.')).toBeVisible()
  await text(page).getByRole('button', { name: 'Bewaar de mijne' }).click()
  await expect(area).toHaveValue(/druk\*\* jaar\. Echt\.$/)
  await expect(text(page).getByText(/^Bewaard op /)).toBeVisible()

  await text(page)
    .getByRole('checkbox', { name: /^Klaar/ })
    .check()
  await expect(chapter).toContainText('klaar')
  await text(page).getByRole('button', { name: 'Geschiedenis' }).click()
  await expect(
    text(page)
      .getByRole('listitem')
      .filter({ hasText: /^Bewaard op / })
      .first(),
  ).toBeVisible()

  await page.getByText('Gemeenteraad', { exact: true }).click()
  await expect(chapters(page).getByText('zonder tekst').first()).toBeVisible({ timeout: 30_000 })
  await expect(chapter).not.toContainText('zonder tekst')
  await page.getByRole('button', { name: 'Vastleggen' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('7 Wat na inburgering?')).toBeVisible()
  await expect(dialog.getByText('4 Hulpvragen')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Vastleggen' }).click()
  await expect(
    page.getByRole('heading', { name: /^Deelrapport 1 van \d van het project “Toeleiders in diversiteit”$/ }),
  ).toBeVisible()
})

test('who lives in the town is pasted, looked at and laid beside who came, and can be taken back', async ({
  page,
}) => {
  await signInAs(page, 'Coördinator', making)
  await chapters(page)
    .getByRole('button', { name: /^5 Wie bereiken we/ })
    .click()
  const figures = text(page).getByRole('region', { name: 'Bevolkingscijfers van de gemeente' })
  await figures.getByRole('button', { name: 'Bevolkingscijfers invoegen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Bevolkingscijfers invoegen' })
  await dialog
    .getByRole('textbox', { name: 'De lijst' })
    .fill('Nationaliteit\tAantal\nMarokko\t1.234\nBhutan\t40\nAtlantis\t7\nSyrië\tveel')
  await expect(dialog.getByText('We herkennen 2 nationaliteiten, samen 1.274 mensen.')).toBeVisible()
  await expect(dialog.getByText('Lijn 5: Syrië')).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Lijn 4: Atlantis (7)' }).selectOption('Tsjaad')
  await expect(dialog.getByText('We herkennen 3 nationaliteiten, samen 1.281 mensen.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(dialog.getByText('Schrijf erbij wie dit telde.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Wie telde dit?' }).fill('Bevolkingsregister')
  expect(await findBarriers(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(figures.getByText(/^Geteld op 1 januari 2016: 3 nationaliteiten, 1.281 mensen/)).toBeVisible()
  await text(page).getByRole('button', { name: 'Waar elke zin vandaan komt' }).click()
  await expect(
    text(page)
      .getByText(/^Van 1 van de 2 nationaliteiten met 25 mensen of meer/)
      .first(),
  ).toBeVisible()
  await figures.getByRole('button', { name: 'Bevolkingscijfers van 1 januari 2016 verwijderen' }).click()
  await expect(figures.getByText(/^Geteld op/)).toHaveCount(0)
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(figures.getByText(/^Geteld op 1 januari 2016/)).toBeVisible()
})

test('a story in somebody’s own words is chosen, made unrecognisable and called ready', async ({ page }) => {
  await signInAs(page, 'Coördinator', making)
  const chapter = chapters(page).getByRole('button', { name: /^11 Twee verhalen/ })
  await chapter.click()
  await expect(text(page).getByText(/nog niet op de bladzijden: het is nog leeg/)).toBeVisible()
  const stories = text(page).getByRole('region', { name: 'Wat mensen zelf zeiden' })
  const cards = stories.getByRole('listitem').filter({ has: page.getByRole('blockquote') })
  await expect(cards).toHaveCount(10)
  await expect(stories).not.toContainText('Ik slaap slecht')
  await stories.getByRole('button', { name: 'Meer tonen' }).click()
  await expect(cards).toHaveCount(12)
  await stories.getByRole('searchbox').fill('annel')
  await expect(cards).toHaveCount(1)
  await expect(cards.locator('mark')).toHaveText(['Annelies', '3 maart'])
  await expect(cards).toContainText('Onderwijs, februari 2016')
  await cards.getByRole('button', { name: /^Neem over/ }).click()
  const area = text(page).getByRole('textbox', { name: 'Twee verhalen' })
  await expect(area).toHaveValue(/^> Juf Annelies zei dat ik op 3 maart moest komen\./)
  await expect(cards).toContainText('Staat in de tekst')
  await expect(text(page).getByText(/^Bewaard op /)).toBeVisible()

  await text(page)
    .getByRole('checkbox', { name: /^Klaar/ })
    .check()
  const warning = text(page).getByText('Kijk na of niemand herkenbaar is')
  await expect(warning).toBeVisible()
  await expect(text(page)).toContainText('“Annelies”: een naam?')
  expect(await findBarriers(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  await page.getByText('Tekst', { exact: true }).click()
  expect(await overflowOf(page)).toBe(0)
  await page.setViewportSize({ width: 1280, height: 800 })
  await area.fill('> De juf zei dat ik moest komen. Ik verstond het niet.')
  await expect(warning).toHaveCount(0)
  await expect(chapter).toContainText('klaar')
  await text(page).getByRole('button', { name: 'Geschiedenis' }).click()
  await expect(text(page).getByRole('deletion').first()).toContainText('Annelies')
})
