import { findBarriers, overflowOf } from './everybody.ts'
import { enterAs, expect, type Page, signInAs, takeKeyboard, test } from './journey.ts'

// People write and hand over here, so in a town of their own.
test.use({ townOf: 'who talks it over' })

const note = 'Zus van de buurvrouw, belt na 17 u.'
const question = 'Hoe breng ik dit ter sprake?'
const advice = 'Bel eerst samen, dan zien we.'

/** A request of Toeleider A, by its place among theirs. */
async function ownRequest(page: Page, place: number): Promise<string> {
  await enterAs(page, 'Toeleider')
  const { member } = await (await page.request.get('/api/v1/session')).json()
  const { items } = await (await page.request.get(`/api/v1/requests?guide=${member.id}&limit=5`)).json()
  return items[place].id
}

test('a guide keeps a note and asks the coach; the two read what they wrote, on the page of the team meeting', async ({
  page,
}) => {
  const path = `/requests/${await ownRequest(page, 0)}`
  await signInAs(page, 'Toeleider', path)
  await page.getByLabel(/^Notitie \(wordt gewist op/).fill(['85.07.30', '033-28'].join('-'))
  await expect(page.getByText('Hier staat een rijksregisternummer')).toBeVisible()
  // Nobody else reads it, so it says no such thing.
  await page.getByLabel(/^Notitie \(wordt gewist op/).fill('0470 00 00 12')
  await expect(page.getByText(/^Hier lijkt een telefoonnummer te staan\..* terug te vinden\.$/)).toBeVisible()
  await page.getByLabel(/^Notitie \(wordt gewist op/).fill(note)
  // Half written it is not lost by going elsewhere.
  await page.getByRole('link', { name: 'Vandaag' }).click()
  await page.getByRole('button', { name: 'Verder aanpassen' }).click()
  await page.getByRole('button', { name: 'Aanpassen', exact: true }).click()
  await page.getByRole('button', { name: 'Annuleren' }).click()
  await expect(page.getByLabel(/^Notitie \(wordt gewist op/)).toHaveValue(note)
  const answers: number[] = []
  page.on('response', (answer) => answer.url().endsWith('/note') && answers.push(answer.status()))
  await page.getByRole('button', { name: 'Notitie bewaren' }).dblclick()
  await expect(page.getByText('Je notitie is bewaard.')).toBeVisible()
  expect(answers).toEqual([201])
  await page.getByLabel('Vraag aan je coach').fill(question)
  await takeKeyboard(page)
  await page.getByRole('button', { name: 'Bespreken met coach' }).press('Enter')
  const part = page.getByRole('region', { name: 'Bespreken met coach' })
  // The button is gone, and the keyboard stays where it was.
  await expect(part.locator(':focus')).toBeVisible()
  await expect(part).toContainText(/Je legde dit voor aan Koen/)
  expect(await findBarriers(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 800 })
  expect(await overflowOf(page)).toBe(0)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.reload()
  await expect(page.getByLabel(/^Notitie \(wordt gewist op/)).toHaveValue(note)
  await signInAs(page, 'Coördinator', path)
  await expect(page.getByRole('heading', { name: 'Geschiedenis' })).toBeVisible()
  for (const words of [question, note]) await expect(page.getByText(words)).toHaveCount(0)
  // One click from signing in.
  await signInAs(page, 'Coach', '/')
  await page.getByRole('link', { name: 'Overleg' }).click()
  await expect(page.getByRole('region', { name: 'Te bespreken' })).toContainText(question)
  await page.getByLabel('Jouw antwoord').fill(advice)
  await page.getByRole('link', { name: 'Brugwijzer' }).click()
  await page.getByRole('button', { name: 'Verder aanpassen' }).click()
  await expect(page.getByLabel('Jouw antwoord')).toHaveValue(advice)
  await takeKeyboard(page)
  await page.getByRole('button', { name: 'Antwoord sturen' }).press('Enter')
  await expect(page.getByText('Je antwoord is bewaard.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Te bespreken' }).locator(':focus')).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('region', { name: 'Te bespreken' })).toContainText(
    'Toeleider A wil dit met je bespreken',
  )
  await expect(page.getByText(question)).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await signInAs(page, 'Toeleider', '/today')
  await expect(page.getByRole('region', { name: 'Overleg' })).toContainText(advice)
  // What a letter asks by a day comes first.
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText('Te doen')
  // On paper what the coach answered stays away, and so does that it follows.
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Je legde dit voor aan Koen')).toBeVisible()
  await expect(page.getByText('Koen antwoordde:')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await page.goto('/coaching')
  await expect(page.getByText(advice)).toBeVisible()
  await page.getByRole('button', { name: 'Afronden' }).click()
  await expect(page.getByText('Dit is afgerond.')).toBeVisible()
  await page.getByLabel('Opleidingswens').fill('Werken met tolken')
  await takeKeyboard(page)
  await page.getByRole('button', { name: 'Wens toevoegen' }).press('Enter')
  await expect(page.getByText('Werken met tolken', { exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Wat ik wil leren' }).locator(':focus')).toBeVisible()
  await signInAs(page, 'Coach', '/coaching')
  await page
    .getByRole('region', { name: 'Wat het team wil leren' })
    .getByRole('button', { name: 'Is geregeld' })
    .click()
  await expect(page.getByText('Werken met tolken (geregeld)')).toBeVisible()
})

test('a colleague takes a request over and gives it back', async ({ page }) => {
  await enterAs(page, 'Beheerder')
  const { items } = await (await page.request.get('/api/v1/members?q=Tom')).json()
  // Tom guides too, so that there is a colleague.
  const changed = await page.request.patch(`/api/v1/members/${items[0].id}`, {
    data: { roles: ['admin', 'guide'] },
    headers: { 'if-match': `"${items[0].version}"` },
  })
  expect(changed.status()).toBe(200)
  const path = `/requests/${await ownRequest(page, 1)}`
  await signInAs(page, 'Toeleider', path)
  await page.getByRole('button', { name: 'Aan een collega doorgeven' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Aan wie?').selectOption('Tom')
  await dialog.getByLabel('Waarom?').fill('Ik ben een week weg.')
  expect(await findBarriers(page, 'dialog')).toEqual([])
  await dialog.getByRole('button', { name: 'Vragen' }).click()
  await expect(page.getByText(/Je vroeg Tom om dit op te volgen/)).toBeVisible()
  await signInAs(page, 'Beheerder', '/coaching')
  const mine = page.getByRole('region', { name: 'Van en voor collega' })
  await expect(mine).toContainText('Ik ben een week weg.')
  await mine.getByRole('button', { name: 'Ik neem dit over' }).click()
  await expect(mine).toContainText(/Jij volgt dit op voor Toeleider A/)
  await mine.getByRole('link').click()
  await expect(page.getByRole('term').filter({ hasText: 'Opgevolgd door' }).locator('..')).toContainText(
    'Tom',
  )
  await page.getByRole('button', { name: 'Teruggeven' }).click()
  await expect(page.getByText('Je gaf dit terug.')).toBeVisible()
  await signInAs(page, 'Toeleider', '/coaching')
  await expect(page.getByText(/Tom gaf dit terug/)).toBeVisible()
})

test('a part that does not come says so, and comes when it is asked again', async ({ page }) => {
  const request = `/requests/${await ownRequest(page, 2)}`
  for (const [part, path, region] of [
    ['training-wishes', '/coaching', 'Wat ik wil leren'],
    ['coaching-cases', request, 'Bespreken met coach'],
    ['handovers', request, 'Aan een collega'],
    ['own-buttons', '/desk', 'Mijn knoppen'],
    ['desks', '/today', 'Open vandaag'],
    ['calendar', '/today', 'Open vandaag'],
  ] as const) {
    const address = new RegExp(`/api/v1/${part}(\\?|$)`)
    const refusal = { status: 429, code: 'too_many_requests', title: 'Te veel tegelijk.' }
    await page.route(address, (route) => route.fulfill({ status: 429, json: refusal }))
    await page.goto(path)
    const again = page.getByRole('main').getByRole('button', { name: 'Probeer opnieuw' })
    await expect(again).toHaveCount(1)
    await page.unroute(address)
    await again.click()
    await expect(again).toBeHidden()
    await expect(page.getByRole('region', { name: region })).toBeVisible()
  }
})

test('at the desk one tap puts what was just saved to the coach', async ({ page }) => {
  await signInAs(page, 'Toeleider', '/desk')
  await page.getByRole('radio', { name: 'Wonen', exact: true }).click()
  await page.getByRole('checkbox', { name: 'brief gelezen en uitgelegd' }).click()
  await page.getByRole('radio', { name: 'beantwoord', exact: true }).click()
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByText(/^Bewaard \d\d:\d\d$/)).toBeVisible()
  await expect(async () => {
    await page.getByRole('button', { name: 'Bespreken met coach' }).click()
    await expect(page.getByText('Je coach ziet nu deze hulpvraag.')).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.goto('/coaching')
  await expect(
    page.getByRole('region', { name: 'Bij mijn coach' }).getByRole('listitem').first(),
  ).toContainText('Wonen')
})
