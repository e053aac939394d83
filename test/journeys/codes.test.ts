import { findBarriers } from './everybody.ts'
import { type DemoRole, demoReport, expect, type Page, signInAs, test } from './journey.ts'

const open = async (page: Page, list: string, role: DemoRole = 'Coördinator') => {
  await signInAs(page, role, `/manage/codes?list=${list}`)
  await expect(page.getByRole('table')).toBeVisible()
}
const row = (page: Page, name: string | RegExp) => page.getByRole('row').filter({ hasText: name })
const undo = (page: Page) => page.getByRole('button', { name: 'Ongedaan maken' }).click()
const said = (page: Page) => page.getByRole('group').filter({ hasText: 'Sluiten' })
const words = (page: Page, group: string, language: string) =>
  page.getByRole('group', { name: group }).getByLabel(language)

test('a theme that is renamed in three languages has its new word in the list and in the report, until it is undone', async ({
  page,
}) => {
  await open(page, 'theme')
  await page.getByRole('button', { name: 'Wijzigen: Wonen', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '“Wonen” wijzigen' })
  await words(page, 'Het woord', 'Nederlands').fill('Dak boven het hoofd')
  await words(page, 'Het woord', 'Frans').fill('')
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(dialog).toContainText('Vul het woord ook in deze taal in.')
  await words(page, 'Het woord', 'Frans').fill('Un toit')
  await words(page, 'Het woord', 'Engels').fill('A roof')
  await words(page, 'Uitleg naast het veld', 'Nederlands').fill('huren, kopen, uithuiszetting')
  expect(await findBarriers(page, 'dialog')).toEqual([])
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(dialog).toBeHidden()
  await expect(said(page)).toContainText('“Dak boven het hoofd” is bewaard.')
  await expect(row(page, 'Dak boven het hoofd')).toContainText('Uitleg ontbreekt: FR, EN')

  await page.getByRole('link', { name: 'Rapporten' }).click()
  await page.goto(demoReport)
  await expect(page.getByRole('heading', { name: 'Wie stelde de vraag' })).toBeVisible()
  await expect(page.getByText('Dak boven het hoofd').first()).toBeAttached()
  await page.goto('/requests?from=2015-12-01&to=2016-07-31')
  await expect(page.getByRole('table').getByText('Dak boven het hoofd').first()).toBeVisible()
  await page.getByText('FR', { exact: true }).click()
  await expect(page.getByRole('table').getByText('Un toit').first()).toBeVisible()
  await page.getByText('NL', { exact: true }).click()

  await page.goto('/manage/codes?list=theme')
  await page.getByRole('button', { name: 'Wijzigen: Dak boven het hoofd' }).click()
  await page.getByRole('button', { name: 'Geschiedenis' }).click()
  await expect(page.getByRole('dialog')).toContainText('Woord (Frans): van “Logement” naar “Un toit”')
  await words(page, 'Het woord', 'Nederlands').fill('Wonen')
  await words(page, 'Het woord', 'Frans').fill('Logement')
  await words(page, 'Het woord', 'Engels').fill('Housing')
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expect(said(page)).toContainText('“Wonen” is bewaard.')
  await undo(page)
  await expect(row(page, 'Dak boven het hoofd')).toBeVisible()
  await page.getByRole('button', { name: 'Wijzigen: Dak boven het hoofd' }).click()
  await words(page, 'Het woord', 'Nederlands').fill('Wonen')
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByRole('button', { name: 'Wijzigen: Wonen', exact: true })).toBeVisible()
})

test('a theme that is retired keeps its word where it was noted, and comes back', async ({ page }) => {
  await open(page, 'theme')
  await page.getByRole('button', { name: 'Wijzigen: Werk', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('Wat er al mee genoteerd is, houdt dit woord')
  await page.getByRole('button', { name: 'Niet meer laten kiezen' }).click()
  await expect(said(page)).toContainText('“Werk” is niet meer te kiezen.')
  await expect(row(page, /^KeuzeWerk/)).toContainText('Niet meer te kiezen')
  const answer = await page.request.get('/api/v1/code-lists')
  const { items } = await answer.json()
  expect(items.find(({ code }: { code: string }) => code === 'work')).toMatchObject({ active: false })
  // What was noted with it keeps its word, and the way back goes along to the next page.
  await page.getByRole('link', { name: 'Hulpvragen' }).click()
  await expect(page.getByRole('table').getByText('Werk', { exact: true }).first()).toBeVisible()
  await undo(page)
  await page.getByRole('link', { name: 'Beheer' }).click()
  await page.getByRole('link', { name: 'Keuzelijsten' }).click()
  await expect(row(page, /^KeuzeWerk/)).toContainText('Te kiezen')
})

test('the order is changed with the keyboard alone, kept, and undone', async ({ page }) => {
  await open(page, 'barrier')
  const first = page.getByRole('row').nth(1)
  const second = page.getByRole('row').nth(2)
  await expect(first).toContainText('taal')
  const down = page.getByRole('button', { name: 'Verplaats “taal” omlaag' })
  await down.focus()
  await page.keyboard.press('Enter')
  await expect(second).toContainText('taal')
  await expect(down).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row').nth(3)).toContainText('taal')
  await expect(said(page)).toContainText('“taal” staat nu op plaats 3 van 13.')
  await page.reload()
  await expect(page.getByRole('row').nth(3)).toContainText('taal')
  const up = page.getByRole('button', { name: 'Verplaats “taal” omhoog' })
  await up.focus()
  await page.keyboard.press('Enter')
  await expect(second).toContainText('taal')
  await page.keyboard.press('Enter')
  await expect(first).toContainText('taal')
  // At the top there is no way up: the keyboard stands on the way back.
  await expect(down).toBeFocused()
  await undo(page)
  await expect(second).toContainText('taal')
  await up.click()
  await expect(first).toContainText('taal')
})

test('two coordinators change one word: the second sees both and chooses', async ({
  page,
  browser,
  town,
}) => {
  await open(page, 'outcome')
  const storageState = await page.context().storageState()
  await page.getByRole('button', { name: 'Wijzigen: beantwoord' }).click()
  await words(page, 'Het woord', 'Nederlands').fill('antwoord gegeven')
  const other = await browser.newContext({ storageState, baseURL: town.address, locale: 'nl-BE' })
  const colleague = await other.newPage()
  await colleague.goto('/manage/codes?list=outcome')
  await colleague.getByRole('button', { name: 'Wijzigen: beantwoord' }).click()
  await words(colleague, 'Het woord', 'Nederlands').fill('vraag beantwoord')
  await colleague.getByRole('button', { name: 'Bewaren' }).click()
  await expect(colleague.getByRole('dialog')).toBeHidden()
  await other.close()
  await page.getByRole('button', { name: 'Bewaren' }).click()
  const choice = page.getByRole('dialog', { name: '“vraag beantwoord”: iemand was je voor' })
  await expect(choice.getByRole('row').nth(1)).toContainText('vraag beantwoord')
  await expect(choice.getByRole('row').nth(1)).toContainText('antwoord gegeven')
  await choice.getByRole('button', { name: 'Bewaar wat ik schreef' }).click()
  await expect(choice).toBeHidden()
  await expect(row(page, 'antwoord gegeven')).toBeVisible()
  // The next journey finds the word of the demo.
  await page.getByRole('button', { name: 'Wijzigen: antwoord gegeven' }).click()
  await words(page, 'Het woord', 'Nederlands').fill('beantwoord')
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expect(row(page, 'antwoord gegeven')).toHaveCount(0)
})

test('a choice is added once however often it is pressed, and a word that is taken loses nothing', async ({
  page,
}) => {
  await open(page, 'channel')
  await page.getByRole('button', { name: 'Keuze toevoegen' }).click()
  for (const language of ['Nederlands', 'Frans', 'Engels'])
    await words(page, 'Het woord', language).fill('Telefoon')
  // The last field: what goes wrong stands at the beginning of this long form, and comes in sight.
  await page.getByLabel('Andere woorden').fill('bellen')
  const add = page.getByRole('dialog').getByRole('button', { name: 'Toevoegen' })
  await add.click()
  await expect(page.getByRole('alert')).toContainText('“Telefoon” bestaat al.')
  await expect(page.getByRole('alert')).toBeInViewport()
  for (const language of ['Nederlands', 'Frans', 'Engels'])
    await expect(words(page, 'Het woord', language)).toHaveValue('Telefoon')
  for (const language of ['Nederlands', 'Frans', 'Engels'])
    await words(page, 'Het woord', language).fill('WhatsApp')
  await add.dblclick()
  await expect(said(page)).toContainText('“WhatsApp” staat nu in de lijst.')
  await expect(row(page, 'WhatsApp')).toHaveCount(1)
  await expect(page.getByRole('row').last()).toContainText('WhatsApp')
  await undo(page)
  await expect(row(page, 'WhatsApp')).toContainText('Niet meer te kiezen')
})

test('a list is searched in every language, and a sensitive code says nothing of its use', async ({
  page,
}) => {
  await open(page, 'theme')
  await page.getByLabel('Zoek in deze lijst').fill('aide medicale')
  await expect(page.getByText(/^\d keuzes gevonden$/)).toBeVisible()
  const urgent = row(page, 'dringende medische hulp')
  await expect(urgent).toContainText('Gevoelig')
  await expect(urgent.getByRole('cell').nth(3)).toHaveText('Hulpvragen–')
  await expect(page.getByRole('button', { name: /^Verplaats/ })).toHaveCount(0)
  await page.getByLabel('Zoek in deze lijst').fill('maanlanding')
  await expect(page.getByRole('heading', { name: 'Niets gevonden' })).toBeVisible()
})

test('a guide reads the lists and changes nothing; the administrator changes them and sees no figures', async ({
  page,
}) => {
  await open(page, 'status', 'Toeleider')
  await expect(page.getByRole('button', { name: /^Wijzigen/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Keuze toevoegen' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Jouw account' }).click()
  await page.getByRole('button', { name: 'Afmelden' }).click()
  await expect(page.getByRole('heading', { name: 'Aanmelden' })).toBeVisible()
  await open(page, 'status', 'Beheerder')
  await expect(page.getByRole('columnheader', { name: 'Hulpvragen' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Wijzigen: niet gevraagd' }).click()
  await expect(page.getByRole('dialog')).toContainText(
    'zonder haar kan niemand noteren dat er geen antwoord is',
  )
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('the printed list has its words and no buttons', async ({ page }) => {
  await open(page, 'language_help')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('columnheader')).toHaveText([
    'Keuze',
    'Uitleg naast het veld',
    'Andere woorden',
    'Hulpvragen',
    'In formulieren',
  ])
  await expect(page.locator('main button').filter({ visible: true })).toHaveCount(0)
})
