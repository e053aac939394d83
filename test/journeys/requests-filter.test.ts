import { expect, signInAs, test } from './journey.ts'
import { choicesOf, filterOn, menuOf, rowsOf, totalOf } from './request-list.ts'

test('several filters and values work together, each is taken off by its own chip, and back goes back', async ({
  page,
}) => {
  await signInAs(page, 'Coördinator')
  await filterOn(page, 'Thema', 'Wonen', 'Werk')
  await expect(totalOf(page, '192 hulpvragen')).toBeVisible()
  await filterOn(page, 'Loket', 'Stadhuis')
  await filterOn(page, 'Voor wie?', 'vrouw')
  await expect(page).toHaveURL(/theme=housing%2Cwork/)
  await expect(page).toHaveURL(/desk=[0-9a-f-]{36}&/)
  const chips = page.getByRole('list', { name: 'Filters die aan staan' }).getByRole('button')
  await expect(chips).toHaveText(['Loket: Stadhuis', 'Thema: Wonen', 'Thema: Werk', 'Voor wie?: vrouw'])
  await expect(rowsOf(page).nth(1)).toContainText('vrouw')
  for (const row of (await rowsOf(page).all()).slice(1, 6)) await expect(row).toContainText('Stadhuis')
  const few =
    (await totalOf(page, /hulpvra/)
      .last()
      .textContent()) ?? 'no total'

  await page.reload()
  await expect(chips).toHaveCount(4)
  await expect(totalOf(page, few)).toBeVisible()
  await page.getByRole('button', { name: 'Wis filter Thema: Werk' }).click()
  await expect(chips).toHaveCount(3)
  await page.goBack()
  await expect(chips).toHaveCount(4)
  await expect(totalOf(page, few)).toBeVisible()
  await page.goForward()
  await expect(chips).toHaveCount(3)
})

test('sub-themes stand under their theme, and only those of the chosen themes are offered', async ({
  page,
}) => {
  await signInAs(page, 'Coördinator')
  await expect(totalOf(page, '866 hulpvragen')).toBeVisible()
  const all = await choicesOf(page, 'Deelthema')
  await filterOn(page, 'Thema', 'Wonen')
  const ofHousing = await choicesOf(page, 'Deelthema')
  expect(ofHousing.length).toBeGreaterThan(2)
  expect(ofHousing.length).toBeLessThan(all.length / 4)
  await filterOn(page, 'Deelthema', ofHousing[0] ?? '')
  await expect(page).toHaveURL(/subTheme=housing\.\w+/)
  await filterOn(page, 'Thema', 'Werk')
  await expect(page).toHaveURL(/subTheme=housing\.\w+/)
  await page.getByRole('button', { name: 'Wis filter Thema: Wonen' }).click()
  await menuOf(page, 'Thema').click()
  await page.getByRole('button', { name: 'Wis keuze' }).click()
  await expect(page.getByRole('button', { name: /^Wis filter Thema/ })).toHaveCount(0)
})

test('a country is found by a few letters, accents or not', async ({ page }) => {
  await signInAs(page, 'Coördinator')
  await menuOf(page, 'Nationaliteit').click()
  const panel = page.getByRole('group', { name: 'Nationaliteit' })
  await panel.getByRole('searchbox').fill('armenie')
  await panel.getByRole('checkbox', { name: 'Armenië' }).check()
  await panel.getByRole('searchbox').fill('xyz')
  await expect(panel.getByText('Geen keuze met die letters.')).toBeVisible()
  await panel.getByRole('button', { name: 'Sluiten' }).click()
  await expect(menuOf(page, 'Nationaliteit')).toBeFocused()
  await expect(page).toHaveURL('/requests?nationality=AM')
  await expect(rowsOf(page).nth(1)).toContainText('Armenië')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Wis filter Nationaliteit: Armenië' })).toBeVisible()
})

test('the search forgives a typing error, stands in the address and goes back in one step', async ({
  page,
}) => {
  await signInAs(page, 'Coördinator')
  await expect(totalOf(page, '866 hulpvragen')).toBeVisible()
  const box = page.getByRole('searchbox', { name: 'Zoek in de hulpvragen' })
  await box.pressSequentially('stadhuys', { delay: 20 })
  await expect(page).toHaveURL('/requests?q=stadhuys')
  await expect(rowsOf(page).nth(1)).toContainText('Stadhuis')
  await filterOn(page, 'Thema', 'Wonen')
  await expect(page).toHaveURL('/requests?theme=housing&q=stadhuys')
  await expect(box).toHaveValue('stadhuys')
  await page.goBack()
  await page.goBack()
  await expect(box).toHaveValue('')
  await expect(totalOf(page, '866 hulpvragen')).toBeVisible()
  await box.fill('2016')
  await box.press('Enter')
  await expect(page).toHaveURL(/q=%222016%22|q=2016/)
  await page.reload()
  await expect(box).toHaveValue('2016')
})

test('on a phone the filters fold behind one button that says how many are on', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await signInAs(page, 'Coördinator')
  const fold = page.getByRole('button', { name: /^Periode en filters/ })
  await expect(fold).toHaveText('Periode en filters')
  await expect(menuOf(page, 'Thema')).toBeHidden()
  await fold.click()
  await filterOn(page, 'Thema', 'Wonen')
  await page.getByText('December tot juli').click()
  await expect(fold).toHaveText('Periode en filters: 2 staan aan')
  await fold.click()
  await expect(page.getByText('December tot juli')).toBeHidden()
  await expect(totalOf(page, '109 hulpvragen')).toBeVisible()
})

test('filters that somebody uses often have a name: kept, picked, renamed, overwritten, forgotten and back', async ({
  page,
}) => {
  await signInAs(page, 'Coördinator')
  await filterOn(page, 'Thema', 'Wonen')
  const menu = () => page.getByRole('button', { name: /^Weergave/ })
  await menu().click()
  await page.getByRole('button', { name: 'Bewaar deze filters' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Naam' }).fill('Wonen overal')
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByText('Weergave Wonen overal is bewaard.')).toBeVisible()
  await expect(menu()).toHaveText('Weergave: Wonen overal')

  await page.getByRole('button', { name: 'Toon alles' }).click()
  await expect(menu()).toHaveText('Weergaven')
  await page.reload()
  await menu().click()
  await page.getByRole('button', { name: 'Wonen overal', exact: true }).click()
  await expect(page).toHaveURL('/requests?theme=housing')
  await expect(totalOf(page, '109 hulpvragen')).toBeVisible()

  await filterOn(page, 'Loket', 'Stadhuis')
  await menu().click()
  await page.getByRole('button', { name: 'Bewaar deze filters' }).click()
  await dialog.getByRole('textbox', { name: 'Naam' }).fill('wonen overal')
  await expect(dialog.getByText('Je hebt al een weergave Wonen overal.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Overschrijven' }).click()
  await expect(dialog).toHaveCount(0)
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(menu()).toHaveText('Weergaven')

  await menu().click()
  await page.getByRole('button', { name: 'Geef Wonen overal een andere naam' }).click()
  await dialog.getByRole('textbox', { name: 'Naam' }).fill('Alles over wonen')
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByText('De weergave heet nu Alles over wonen.')).toBeVisible()
  await menu().click()
  await page.getByRole('button', { name: 'Vergeet Alles over wonen' }).click()
  await expect(page.getByText('Weergave Alles over wonen is vergeten.')).toBeVisible()
  await expect(page.getByText('Gebruik je vaak dezelfde filters?')).toBeVisible()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await menu().click()
  await page.getByRole('button', { name: 'Vergeet Alles over wonen' }).click()
  await expect(page.getByText('Gebruik je vaak dezelfde filters?')).toBeVisible()
})

for (const code of ['no_legal_stay', 'no_such_status'])
  test(`a filter of the address that cannot be used is named, in the same words whether it exists: ${code}`, async ({
    page,
  }) => {
    await signInAs(page, 'Coördinator', `/requests?theme=housing&status=${code}`)
    await expect(totalOf(page, '109 hulpvragen')).toBeVisible()
    const said = page.getByText(
      'Eén filter in het adres kunnen we niet gebruiken zoals die er staat: Statuut. Kies die filter zelf.',
    )
    await expect(said).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText(code)
    await filterOn(page, 'Statuut', 'nieuwkomer')
    await expect(page).toHaveURL('/requests?theme=housing&status=newcomer')
    await expect(said).toHaveCount(0)
  })

test('several filters that cannot be used are named together', async ({ page }) => {
  await signInAs(
    page,
    'Coördinator',
    '/requests?from=2016-02-30&to=2016-06-30&theme=housing,nowhere&guide=Nadia',
  )
  await expect(page.getByText('zoals ze er staan: Periode, Toeleider en Thema.')).toBeVisible()
  await expect(totalOf(page, '109 hulpvragen')).toBeVisible()
})
