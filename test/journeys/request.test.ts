import { enterAs, expect, type Page, signInAs, test } from './journey.ts'

/** A request of the demo town, by its place in the list: each journey has its own and leaves it as it was. */
async function openRequest(page: Page, place: number) {
  const { items } = await (await page.request.get('/api/v1/requests?limit=40')).json()
  const { id } = items[place]
  await page.goto(`/requests/${id}`)
  await expect(page.getByRole('heading', { name: 'Geschiedenis' })).toBeVisible()
  return `/api/v1/requests/${id}`
}

const read = async (page: Page, address: string) => (await page.request.get(address)).json()
const fact = (page: Page, label: string) =>
  page.getByRole('term').filter({ hasText: label }).locator('..').getByRole('definition')
const history = (page: Page) => page.getByRole('region', { name: 'Geschiedenis' })
const save = (page: Page) => page.getByRole('button', { name: 'Bewaren' }).click()

test('the coordinator corrects a request, sees it in its history, and takes it back in time', async ({
  page,
}) => {
  await enterAs(page, 'Coördinator')
  const address = await openRequest(page, 0)
  const before = await read(page, address)
  await page.getByRole('button', { name: 'Aanpassen' }).click()
  await expect(page.getByLabel('Thema', { exact: true })).toBeFocused()
  await page.getByLabel('Statuut', { exact: true }).selectOption('nieuwkomer')
  await expect(page.getByText('Is nog geen jaar in België ingeschreven')).toBeVisible()
  await page.getByRole('radio', { name: '30 minuten' }).check({ force: true })
  await page.getByRole('checkbox', { name: 'taal', exact: true }).check()
  await page.getByLabel('Nationaliteit').selectOption('Marokko')
  await page.getByLabel('Tip voor collega’s').fill('Vraag naar het loket op de eerste verdieping.')
  await save(page)
  await expect(page.getByText('Bewaard.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Aanpassen' })).toBeFocused()
  await expect(fact(page, 'Duur in minuten')).toHaveText('30 minuten')
  await expect(fact(page, 'Wat hield tegen?')).toHaveText('taal')
  await expect(history(page)).toContainText(/Lies, \d\d\/\d\d\/\d{4} \d\d:\d\d:/)
  await expect(history(page)).toContainText('Statuut van oudkomer naar nieuwkomer')
  await expect(history(page)).toContainText('Nationaliteit van België naar Marokko')
  await expect(history(page)).toContainText('Tip ingevuld: Vraag naar het loket op de eerste verdieping.')
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(history(page)).toContainText('Statuut van nieuwkomer naar oudkomer')
  expect(await read(page, address)).toEqual({ ...before, version: before.version + 2 })
})

test('a theme brings its own sub-themes, and a day to come or a register number is not saved', async ({
  page,
}) => {
  await enterAs(page, 'Coördinator')
  await openRequest(page, 1)
  await page.getByRole('button', { name: 'Aanpassen' }).click()
  const sub = page.getByLabel('Deelthema')
  await page.getByLabel('Thema', { exact: true }).selectOption('Wonen')
  const ofHousing = await sub.getByRole('option').allTextContents()
  await sub.selectOption({ index: 1 })
  await page.getByLabel('Thema', { exact: true }).selectOption('Werk')
  await expect(sub).toHaveValue('')
  expect(await sub.getByRole('option').allTextContents()).not.toEqual(ofHousing)
  const number = ['85.07.30', '033-28'].join('-')
  await page.getByLabel('Tip voor collega’s').fill(`Bel ${number}`)
  await expect(page.getByText('Hier staat een rijksregisternummer')).toBeVisible()
  await save(page)
  await expect(page.getByLabel('Tip voor collega’s')).toBeFocused()
  await page.getByLabel('Tip voor collega’s').fill('')
  const mayQuote = page.getByRole('radiogroup', { name: 'Mag geciteerd worden?' })
  await expect(mayQuote).toHaveCount(0)
  await page.getByLabel('In eigen woorden').fill('Hier luistert iemand.')
  await expect(mayQuote.getByRole('radio', { name: 'niet gevraagd' })).toBeChecked()
  await mayQuote.getByText('ja', { exact: true }).click()
  await page.getByLabel('In eigen woorden').fill('Hier luistert iemand, altijd.')
  await expect(mayQuote.getByRole('radio', { name: 'niet gevraagd' })).toBeChecked()
  await page.getByLabel('In eigen woorden').fill('')
  await expect(mayQuote).toHaveCount(0)
  await page.getByRole('group', { name: 'Datum' }).getByRole('spinbutton').nth(2).click()
  await page.keyboard.type('2090')
  await expect(page.getByRole('alert')).toContainText('Deze dag moet nog komen')
  await page.getByLabel('Uur', { exact: true }).fill('25:00')
  await page.getByLabel('Uur', { exact: true }).press('Tab')
  await expect(page.getByText('Schrijf een uur als 9:30')).toBeVisible()
  await page.getByRole('button', { name: 'Annuleren' }).click()
  await page.getByRole('button', { name: 'Weggooien' }).click()
  await expect(page.getByRole('button', { name: 'Aanpassen' })).toBeFocused()
})

test('a status is explained in plain words, in the language of the screen', async ({ page }) => {
  await enterAs(page, 'Coördinator')
  await openRequest(page, 1)
  await page.getByRole('button', { name: 'Aanpassen' }).click()
  const status = page.getByLabel('Statuut', { exact: true })
  await status.selectOption('inburgeraar')
  await expect(status).toHaveAccessibleDescription('Volgt nu een inburgeringstraject.')
  await page.getByText('FR', { exact: true }).click()
  await expect(page.getByLabel('Statut', { exact: true })).toHaveAccessibleDescription(
    'Suit maintenant un parcours d’intégration.',
  )
})

test('Escape and leaving ask first when something was typed, and nothing when not', async ({ page }) => {
  await enterAs(page, 'Coördinator')
  await openRequest(page, 2)
  await page.getByRole('button', { name: 'Aanpassen' }).click()
  await expect(page.getByRole('form', { name: 'Hulpvraag aanpassen' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Aanpassen' })).toBeVisible()

  await page.getByRole('button', { name: 'Aanpassen' }).click()
  await page.getByLabel('Doorverwezen naar').fill('Huis van het Kind')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Wat je aanpaste weggooien?' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByLabel('Doorverwezen naar')).toHaveValue('Huis van het Kind')

  await page.getByRole('link', { name: 'Rapporten' }).click()
  await page.getByRole('button', { name: 'Verder aanpassen' }).click()
  await expect(page.getByLabel('Doorverwezen naar')).toHaveValue('Huis van het Kind')
  await page.getByRole('link', { name: 'Rapporten' }).click()
  await page.getByRole('button', { name: 'Weggooien' }).click()
  await expect(page.getByRole('heading', { name: 'Rapporten', exact: true })).toBeVisible()
})

test('a request is voided with a reason, says so, and comes back', async ({ page }) => {
  await enterAs(page, 'Coördinator')
  const address = await openRequest(page, 3)
  await page.getByRole('button', { name: 'Schrappen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Deze hulpvraag schrappen?' })
  await dialog.getByRole('button', { name: 'Schrappen' }).click()
  await expect(dialog.getByText('Schrijf kort waarom')).toBeVisible()
  await dialog.getByLabel('Waarom?').fill('dubbel genoteerd')
  await dialog.getByRole('button', { name: 'Schrappen' }).dblclick()
  await expect(page.getByText('De hulpvraag is geschrapt.')).toBeVisible()
  await expect(page.getByText('Reden: dubbel genoteerd')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Aanpassen' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(page.getByRole('button', { name: 'Aanpassen' })).toBeVisible()
  await expect(history(page)).toContainText('Geschrapt: dubbel genoteerd')
  await expect(history(page)).toContainText('Teruggezet')

  await page.request.put(`${address}/voiding`, {
    headers: { 'if-match': '"3"' },
    data: { reason: 'dubbel genoteerd' },
  })
  await page.reload()
  await expect(page.getByText('kan niet aangepast worden')).toBeVisible()
  await page.getByRole('button', { name: 'Terugzetten' }).click()
  await expect(page.getByText('De hulpvraag telt weer mee.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Aanpassen' })).toBeVisible()
  expect((await read(page, address)).voided).toBeNull()
})

test('two people who correct at once choose field by field, and both their work survives', async ({
  page,
  browser,
  town,
  faults,
}) => {
  await enterAs(page, 'Coördinator')
  const address = await openRequest(page, 4)
  const before = await read(page, address)
  const there = await browser.newContext({
    baseURL: town.address,
    locale: 'nl-BE',
    storageState: await page.context().storageState(),
  })
  const other = await there.newPage()
  await other.goto(page.url())

  await page.getByRole('button', { name: 'Aanpassen' }).click()
  await other.getByRole('button', { name: 'Aanpassen' }).click()
  await page.getByLabel('Doorverwezen naar').fill('Huis van het Kind')
  await page.getByLabel('Resultaat').selectOption('no_offer')
  await other.getByLabel('Wijk of deelgemeente').fill('Sint-Jan')
  await other.getByLabel('Resultaat').selectOption('open')
  await save(other)
  await expect(other.getByText('Bewaard.')).toBeVisible()

  await save(page)
  await expect(page.getByText('Lies heeft deze hulpvraag intussen aangepast')).toBeVisible()
  const result = page.getByRole('group', { name: 'Resultaat' })
  await expect(result.getByRole('radio', { checked: true })).toHaveCount(0)
  await save(page)
  await expect(result.getByRole('alert')).toHaveText('Kies een van de twee.')
  await result.getByRole('radio', { name: /Van jou/ }).check()
  await save(page)
  await expect(page.getByText('Bewaard.')).toBeVisible()
  await expect(fact(page, 'Wijk of deelgemeente')).toHaveText('Sint-Jan')
  await expect(fact(page, 'Doorverwezen naar')).toHaveText('Huis van het Kind')
  expect(await read(page, address)).toMatchObject({
    outcome: 'no_offer',
    neighbourhood: 'Sint-Jan',
    version: before.version + 2,
  })
  await there.close()
  const { outcome, neighbourhood, referredTo } = before
  await page.request.patch(address, {
    headers: { 'if-match': `"${before.version + 2}"` },
    data: { outcome, neighbourhood, referredTo },
  })
  expect(faults.every((fault) => fault.includes('412'))).toBe(true)
  faults.length = 0
})

test('when the server does not answer, nothing typed is lost', async ({ page, faults }) => {
  await enterAs(page, 'Coördinator')
  const address = await openRequest(page, 5)
  await page.getByRole('button', { name: 'Aanpassen' }).click()
  await page.getByLabel('Doorverwezen naar').fill('Huis van het Kind')
  await page.route(`**${address}`, (route) => route.abort())
  await save(page)
  await expect(page.getByRole('alert')).toContainText('Brugwijzer antwoordt niet')
  await expect(page.getByLabel('Doorverwezen naar')).toHaveValue('Huis van het Kind')
  await page.unroute(`**${address}`)
  await save(page)
  await expect(page.getByText('Bewaard.')).toBeVisible()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(history(page)).toContainText('Doorverwezen naar')
  expect(faults.every((fault) => fault.includes('ERR_FAILED'))).toBe(true)
  faults.length = 0
})

test('a guide corrects her own request, reads a colleague’s, and finds none that is not there', async ({
  page,
  faults,
}) => {
  await enterAs(page, 'Toeleider')
  const { items } = await (await page.request.get('/api/v1/requests?limit=40')).json()
  const of = (guide: string) => items.find((item: { guide: string }) => item.guide === guide).id
  await page.goto(`/requests/${of('Toeleider A')}`)
  await expect(page.getByRole('button', { name: 'Aanpassen' })).toBeVisible()
  await page.goto(`/requests/${of('Toeleider B')}`)
  await expect(page.getByRole('heading', { name: 'Geschiedenis' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Aanpassen' })).toHaveCount(0)
  for (const nothing of ['019a0000-0000-7000-8000-000000000000', 'geen-nummer']) {
    await page.goto(`/requests/${nothing}`)
    await expect(page.getByText('Deze hulpvraag bestaat niet, of niet voor jou.')).toBeVisible()
  }
  await page.getByRole('link', { name: 'Terug naar de lijst' }).click()
  await expect(page.getByRole('heading', { name: 'Hulpvragen', exact: true })).toBeVisible()
  expect(faults.every((fault) => /status of 40[04]/.test(fault))).toBe(true)
  faults.length = 0
})

test('whoever may not see requests is told so, and who is signed out comes back here', async ({ page }) => {
  await enterAs(page, 'Coördinator')
  await openRequest(page, 6)
  const address = new URL(page.url()).pathname
  await page.context().clearCookies()
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'Aanmelden' })).toBeVisible()
  await page.getByRole('button', { name: 'Coördinator' }).click()
  await expect(page.getByRole('heading', { name: 'Geschiedenis' })).toBeVisible()
  await page.context().clearCookies()
  await signInAs(page, 'DPO', address)
  await expect(page.getByText('Met jouw rol zie je geen losse hulpvragen.')).toBeVisible()
})

test('a printed request has everything on it but the buttons', async ({ page }) => {
  await enterAs(page, 'Coördinator')
  await openRequest(page, 7)
  await page.emulateMedia({ media: 'print' })
  await expect(fact(page, 'Thema').first()).toBeVisible()
  await expect(history(page)).toContainText('Uit een bestand ingelezen')
  await expect(page.locator('button, nav, main a').filter({ visible: true })).toHaveCount(0)
})

test('whoever goes back from a request finds the list narrowed as it was', async ({ page }) => {
  await signInAs(page, 'Coördinator', '/requests?theme=work')
  await expect(page.getByText('83 hulpvragen', { exact: true })).toBeVisible()
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByRole('link', { name: 'Terug naar de lijst' }).click()
  await expect(page).toHaveURL(/\/requests\?theme=work$/)
  await expect(page.getByText('83 hulpvragen', { exact: true })).toBeVisible()
})
