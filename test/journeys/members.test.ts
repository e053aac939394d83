import type { Locator } from '@playwright/test'
import { linkOf } from '../mail-server.ts'
import { expect, type Page, signInAs, test } from './journey.ts'

// The administrator's page. Everybody whom a journey brings in leaves again, because the town serves other journeys.

const rowOf = (page: Page, name: string): Locator => page.getByRole('row').filter({ hasText: name })

/** The browser notes the refusals that a journey asks for; nothing else may have gone wrong. */
function forgiveRefusals(faults: string[], status: number): void {
  expect(faults.filter((fault) => !fault.includes(`status of ${status}`))).toEqual([])
  faults.length = 0
}

async function openMembers(page: Page): Promise<void> {
  await signInAs(page, 'Beheerder', '/manage/members')
  await expect(page.getByRole('heading', { name: /^\d+ leden$/ })).toBeVisible()
}

const openPart = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Onderdelen' }).getByRole('link', { name }).click()

async function invite(page: Page, { name, email, role }: { name: string; email: string; role: string }) {
  await page.getByRole('button', { name: 'Iemand uitnodigen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Iemand uitnodigen' })
  await dialog.getByLabel('E-mailadres').fill(email)
  await dialog.getByLabel('Naam').fill(name)
  await dialog.getByLabel(role, { exact: true }).check()
  // The organisation decides what somebody sees, so none is chosen beforehand.
  await expect(dialog.getByRole('button', { name: 'Uitnodigen' })).toBeDisabled()
  await dialog.getByLabel('Organisatie').selectOption('Basisschool De Wissel')
  await dialog.getByLabel('Coach', { exact: true }).last().selectOption({ label: 'Koen' })
  await dialog.getByRole('button', { name: 'Uitnodigen' }).click()
}

test('somebody is invited by mail, chooses a password, works, and is out at the next click when disabled', async ({
  page,
  browser,
  town,
}) => {
  await openMembers(page)
  await invite(page, { name: 'Fatima', email: 'fatima@kortrijk.example.org', role: 'Brugfiguur' })
  await expect(page.getByText('De uitnodiging voor Fatima is verstuurd')).toBeVisible()
  await openPart(page, 'Uitnodigingen')
  await expect(rowOf(page, 'Fatima')).toContainText('Mail verstuurd')

  const link = linkOf(await town.mail.mailTo('fatima@kortrijk.example.org'))
  const hers = await browser.newContext({ baseURL: town.address, locale: 'nl-BE' })
  const fatima = await hers.newPage()
  await fatima.goto(link)
  await expect(fatima.getByText('Je bent uitgenodigd als Brugfiguur')).toBeVisible()
  await expect(fatima).toHaveURL('/invitation')
  await fatima.getByLabel('Kies een wachtwoord').fill('kort')
  await fatima.getByRole('button', { name: 'Aanvaarden en aanmelden' }).click()
  await expect(fatima.getByRole('alert')).toContainText('12 tot 128 tekens')
  await fatima.getByLabel('Kies een wachtwoord').fill('een lange zin van Fatima')
  await fatima.getByRole('button', { name: 'Aanvaarden en aanmelden' }).click()
  await expect(fatima.getByRole('button', { name: 'Jouw account: Fatima' })).toBeVisible()
  await expect(fatima.getByRole('navigation', { name: 'Menu' }).getByRole('link').first()).toHaveText(
    '+ Hulpvraag',
  )
  await fatima.goto(link)
  await expect(fatima.getByRole('alert')).toContainText('al aanvaard')
  await fatima.goto('/requests')
  await expect(fatima.getByRole('heading', { name: 'Hulpvragen', level: 1 })).toBeVisible()

  await openPart(page, 'Leden')
  await page.reload()
  await expect(rowOf(page, 'Fatima')).toContainText('Kan aanmelden')
  await page.getByRole('button', { name: 'Fatima uitschakelen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Fatima uitschakelen?' })
  await expect(dialog).toContainText('Fatima heeft geen open vragen.')
  await dialog.getByRole('button', { name: 'Uitschakelen' }).click()
  await expect(rowOf(page, 'Fatima')).toContainText('Uitgeschakeld')
  const noAccess = fatima.getByText('Vraag het aan de beheerder van je stad')
  await fatima.getByLabel('Zoek in de hulpvragen').fill('huur')
  await expect(fatima.getByRole('heading', { name: 'Aanmelden', level: 1 })).toBeVisible()
  await expect(noAccess).toBeVisible()
  await fatima.goto('/requests')
  await expect(noAccess).toBeVisible()
  await expect(fatima.getByText('Je was afgemeld')).toHaveCount(0)
  await hers.close()
})

test('a mail that cannot be sent says why and gives the link, and the invitation can be withdrawn', async ({
  page,
}) => {
  await openMembers(page)
  await invite(page, { name: 'Pech', email: 'pech@refused.example.org', role: 'Toeleider' })
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('de mailserver weigert dit adres')
  await expect(dialog.getByLabel('Link voor Pech')).toHaveValue(/\/invitation#.{43}$/)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await dialog.getByRole('button', { name: 'Kopiëren' }).click()
  await expect(dialog.getByRole('button', { name: 'Gekopieerd' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Sluiten' }).click()
  await openPart(page, 'Uitnodigingen')
  await expect(rowOf(page, 'Pech')).toContainText('Mail niet verstuurd')
  await page.getByRole('button', { name: 'De uitnodiging van Pech intrekken' }).click()
  await expect(page.getByText('De uitnodiging van Pech is ingetrokken')).toBeVisible()
  await expect(rowOf(page, 'Pech')).toHaveCount(0)
})

test('what a leaving guide has open is counted before, goes to the coach, and comes back with undo', async ({
  page,
}) => {
  await openMembers(page)
  await page.getByRole('button', { name: 'Toeleider A uitschakelen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Toeleider A uitschakelen?' })
  await expect(dialog.getByLabel('Wie neemt over?').locator('option').first()).toHaveText('Koen (coach)')
  const moves = await dialog.getByText(/open vragen gaan naar Koen/).textContent()
  const count = /\d+/.exec(moves ?? '')?.[0]
  expect(Number(count)).toBeGreaterThan(0)
  const nobody = dialog.getByLabel('Wie neemt over?').getByRole('option', { name: /^Niemand/ })
  await dialog.getByLabel('Wie neemt over?').selectOption((await nobody.textContent()) ?? '')
  await expect(dialog).toContainText('De open vragen blijven bij Toeleider A.')
  await dialog.getByLabel('Wie neemt over?').selectOption('Koen (coach)')
  await dialog.getByRole('button', { name: 'Uitschakelen' }).click()
  await expect(page.getByText(`${count} open vragen gaan naar Koen.`)).toBeVisible()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(
    page.getByText(`Toeleider A kan weer aanmelden. ${count} open vragen kwamen terug.`),
  ).toBeVisible()
})

test('a correction is undone, and one made meanwhile by somebody else is shown first', async ({
  page,
  faults,
}) => {
  await openMembers(page)
  await page.getByRole('button', { name: 'Bart aanpassen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Bart aanpassen' })
  const items: { id: string; name: string; version: number }[] = (
    await (await page.request.get('/api/v1/members')).json()
  ).items
  const bart = items.find(({ name }) => name === 'Bart')
  const patched = await page.request.patch(`/api/v1/members/${bart?.id}`, {
    data: { name: 'Bart B.' },
    headers: { 'if-match': `"${bart?.version}"` },
  })
  expect(patched.status()).toBe(200)
  await dialog.getByLabel('Naam').fill('Bartje')
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Iemand anders heeft dit intussen aangepast')
  await expect(dialog).toContainText('Nu staat er: Bart B., Werkgever')
  await expect(dialog.getByLabel('Naam')).toHaveValue('Bartje')
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByText('Bartje is aangepast.')).toBeVisible()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(rowOf(page, 'Bart B.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Bart B. aanpassen' }).click()
  await page.getByRole('dialog').getByLabel('Naam').fill('Bart')
  await page.getByRole('dialog').getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByText('Bart is aangepast.')).toBeVisible()
  forgiveRefusals(faults, 412)
})

test('the own administrator role cannot be taken away by accident', async ({ page, faults }) => {
  await openMembers(page)
  await page.getByRole('button', { name: 'Tom aanpassen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Toeleider', { exact: true }).check()
  await dialog.getByLabel('Beheerder', { exact: true }).uncheck()
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(dialog.getByRole('alert')).toContainText('eigen rol van beheerder')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  forgiveRefusals(faults, 422)
})

test('a key is made, shown once, works, and is revoked', async ({ page }) => {
  await openMembers(page)
  await openPart(page, 'Sleutels')
  await page.getByRole('button', { name: 'Sleutel maken' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Waarvoor dient de sleutel?').fill('Cijferbord')
  await dialog.getByLabel('Voor wie?').selectOption({ label: 'Lies' })
  await dialog.getByRole('button', { name: 'Maken' }).click()
  const key = await dialog.getByLabel('Sleutel', { exact: true }).inputValue()
  await dialog.getByRole('button', { name: 'Sluiten' }).click()
  const ask = () => fetch(new URL('/api/v1/requests/count', page.url()), { headers: { 'x-api-key': key } })
  expect(await (await ask()).json()).toEqual({ requests: 866 })
  await expect(rowOf(page, 'Cijferbord')).toContainText('Werkt')
  await page.getByRole('button', { name: 'De sleutel Cijferbord intrekken' }).click()
  await expect(page.getByRole('dialog')).toContainText('blijft ingetrokken')
  await page.getByRole('dialog').getByRole('button', { name: 'Intrekken' }).click()
  await expect(rowOf(page, 'Cijferbord')).toContainText('Ingetrokken')
  expect((await ask()).status).toBe(401)
})

test('an organisation is added, and its name is taken then', async ({ page, faults }) => {
  await openMembers(page)
  await openPart(page, 'Organisaties')
  for (const expected of ['Wijkhuis De Linde is toegevoegd.', undefined]) {
    await page.getByRole('button', { name: 'Organisatie toevoegen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Naam').fill('Wijkhuis De Linde')
    await dialog.getByRole('button', { name: 'Bewaren' }).click()
    if (expected) await expect(page.getByText(expected)).toBeVisible()
    else await expect(dialog.getByRole('alert')).toContainText('bestaat al')
  }
  forgiveRefusals(faults, 409)
})

test('who forgot the password asks for a link, and everybody gets the same answer', async ({
  page,
  town,
}) => {
  await openMembers(page)
  await invite(page, { name: 'Vera', email: 'vera@kortrijk.example.org', role: 'Werkgever' })
  const invitation = linkOf(await town.mail.mailTo('vera@kortrijk.example.org'))
  await page.context().clearCookies()
  await page.goto(invitation)
  await page.getByLabel('Kies een wachtwoord').fill('een lange zin van Vera')
  await page.getByRole('button', { name: 'Aanvaarden en aanmelden' }).click()
  await page.getByRole('button', { name: 'Jouw account: Vera' }).click()
  await page.getByRole('button', { name: 'Afmelden' }).click()
  await expect(page.getByRole('heading', { name: 'Aanmelden' })).toBeVisible()
  for (const email of ['niemand@kortrijk.example.org', 'vera@kortrijk.example.org']) {
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Wachtwoord vergeten?' }).click()
    // The page before asks for the same: whoever types waits for the right one.
    await expect(page.getByRole('heading', { name: 'Wachtwoord vergeten' })).toBeVisible()
    await page.getByLabel('E-mailadres').fill(email)
    await page.getByRole('button', { name: 'Stuur de link' }).click()
    await expect(page.getByText(`Als ${email} hier bekend is`)).toBeVisible()
  }
  const link = linkOf(await town.mail.mailTo('vera@kortrijk.example.org', 2))
  await page.goto(link)
  await expect(page.getByText('Voor vera@kortrijk.example.org')).toBeVisible()
  await page.getByLabel('Kies een nieuw wachtwoord').fill('een andere zin van Vera')
  await page.getByRole('button', { name: 'Bewaren en aanmelden' }).click()
  await expect(page.getByRole('button', { name: 'Jouw account: Vera' })).toBeVisible()
})

test('a guide who opens the address of the members is told why it stays closed', async ({ page }) => {
  await signInAs(page, 'Toeleider', '/manage/members')
  await expect(page.getByText('Met jouw rol kan je dit niet beheren')).toBeVisible()
})

test('a long list begins with its first hundred, and goes on when somebody asks', async ({ page }) => {
  await openMembers(page)
  const { items } = await (await page.request.get('/api/v1/members?limit=200')).json()
  const memberId = items.find(({ name }: { name: string }) => name === 'Lies').id
  const made = Array.from({ length: 101 }, async (_, i) => {
    const data = { id: crypto.randomUUID(), memberId, name: `Teller ${i + 1}`, roles: ['coordinator'] }
    return (await page.request.post('/api/v1/api-keys', { data })).status()
  })
  expect(new Set(await Promise.all(made))).toEqual(new Set([201]))
  await openPart(page, 'Sleutels')
  await page.reload()
  const keys = page.getByRole('table', { name: 'De sleutels van deze stad' })
  await expect(keys.getByRole('row')).toHaveCount(101)
  await page.getByRole('button', { name: 'Meer tonen' }).click()
  await expect(keys.getByRole('row').filter({ hasText: 'Teller 1' }).last()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Meer tonen' })).toHaveCount(0)
})
