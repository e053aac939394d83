import type { Page } from '@playwright/test'
import { localDateIn } from '../../src/text/format.ts'
import { findBarriers, overflowOf } from './everybody.ts'
import { enterAs, expect, signInAs, test } from './journey.ts'

// The day is that of the city, also on a device that is set to where it is another day at this very moment.
const dayIn = (zone: string) => localDateIn(new Date(), zone)
const elsewhere = ['Pacific/Niue', 'Pacific/Kiritimati'].find(
  (zone) => dayIn(zone) !== dayIn('Europe/Brussels'),
)

// Notes help requests, so in a town of its own.
test.use({ townOf: 'today', ...(elsewhere ? { timezoneId: elsewhere } : {}) })

const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })
const newest = async (page: Page) => (await (await page.request.get('/api/v1/requests?limit=3')).json()).items
const look = async (page: Page) => {
  // What was announced lies over the page for a while: it is not what is looked at.
  const announced = page.getByRole('button', { name: 'Sluiten' })
  if (await announced.isVisible()) await announced.click()
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await findBarriers(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  }
}

test('what a guide notes often becomes a button: with it the record takes six taps', async ({ page }) => {
  await signInAs(page, 'Toeleider', '/desk')
  const buttons = page.getByRole('region', { name: 'Mijn knoppen' })
  const keep = buttons.getByRole('button', { name: 'Bewaar als knop' })
  await expect(keep).toBeDisabled()
  await radio(page, 'Brieven en administratie').click()
  await page.getByRole('checkbox', { name: 'brief gelezen en uitgelegd' }).click()
  await radio(page, 'beantwoord').click()
  await keep.click()
  const dialog = page.getByRole('dialog', { name: 'Mijn knoppen' })
  await dialog.getByLabel('Naam van de knop').fill(['85.07.30', '033-28'].join('-'))
  await expect(dialog.getByText('Hier staat een rijksregisternummer')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Bewaren' })).toBeDisabled()
  await dialog.getByLabel('Naam van de knop').fill('Brief')
  await look(page)
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(buttons.getByRole('button', { name: 'Brief', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.reload()
  const taps = [
    radio(page, 'vrouw'),
    radio(page, 'nieuwkomer'),
    radio(page, 'Syrië'),
    radio(page, 'Arabisch'),
    buttons.getByRole('button', { name: 'Brief', exact: true }),
    page.getByRole('button', { name: 'Bewaren' }),
  ]
  for (const tap of taps) await tap.click()
  await expect(async () =>
    expect((await newest(page))[0]).toMatchObject({
      clientKind: 'woman',
      status: 'newcomer',
      nationality: 'SY',
      contactLanguage: 'ara',
      theme: 'paperwork',
      actions: ['explain_letter'],
      outcome: 'answered',
    }),
  ).toPass()
  await buttons.getByRole('button', { name: 'Knoppen aanpassen' }).click()
  await dialog.getByRole('button', { name: 'Weghalen: Brief' }).click()
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(buttons.getByRole('button', { name: 'Brief', exact: true })).toBeHidden()
  await page.getByRole('button', { name: 'Ongedaan maken' }).last().click()
  await expect(buttons.getByRole('button', { name: 'Brief', exact: true })).toBeVisible()
})

test('after the queue strokes become help requests, one row after the other, by keyboard', async ({
  page,
}) => {
  await signInAs(page, 'Toeleider', '/desk')
  await page.getByRole('button', { name: 'Turven' }).click()
  const tally = page.getByRole('region', { name: 'Turven' })
  for (const theme of ['Wonen', 'Werk', 'Wonen', 'Onderwijs'])
    await tally.getByRole('button', { name: theme }).click()
  await expect(tally.getByText('4 keer geturfd')).toBeVisible()
  await tally.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(tally.getByText('3 keer geturfd')).toBeVisible()
  await look(page)
  await page.getByRole('link', { name: '3 aan te vullen' }).click()
  const waiting = page.getByRole('region', { name: 'Aan te vullen' })
  await expect(waiting.getByRole('listitem')).toHaveCount(3)
  await waiting.getByRole('button', { name: /^Werk/ }).click()
  const did = waiting.getByRole('group', { name: 'Wat deed je?' })
  await expect(did.getByRole('checkbox').first()).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(waiting.getByText('Kies wat je deed.')).toBeVisible()
  await look(page)
  await page.keyboard.press('3')
  await did.locator('xpath=following-sibling::fieldset').getByRole('radio').first().focus()
  await page.keyboard.press('8')
  await page.keyboard.press('Control+Enter')
  // The next one is open and has the keyboard.
  await expect(waiting.getByRole('listitem')).toHaveCount(2)
  await expect(waiting.getByRole('button', { name: /^Wonen/, expanded: true })).toBeVisible()
  await expect(waiting.getByRole('checkbox').first()).toBeFocused()
  const { items } = await (await page.request.get('/api/v1/unfinished-requests')).json()
  expect(items.map((one: { theme: string }) => one.theme)).toEqual(['housing', 'housing'])
  // Somebody else changed this one meanwhile: it is said, and nothing that was chosen is lost.
  await page.request.patch(`/api/v1/requests/${items[1].id}`, {
    headers: { 'if-match': `"${items[1].version}"` },
    data: { clientKind: 'woman' },
  })
  const row = waiting.getByRole('listitem').nth(1)
  await row.getByRole('checkbox', { name: 'getelefoneerd' }).click()
  await row.getByRole('radio', { name: 'beantwoord', exact: true }).click()
  await row.getByRole('button', { name: 'Bewaar en volgende' }).click()
  await expect(row.getByRole('alert')).toContainText('intussen aangepast')
  await row.getByRole('button', { name: 'Bewaar en volgende' }).click()
  await expect(waiting.getByRole('listitem')).toHaveCount(1)
  const finished = await (await page.request.get(`/api/v1/requests/${items[1].id}`)).json()
  expect(finished).toMatchObject({ clientKind: 'woman', actions: ['phone'], outcome: 'answered' })
})

test('a group is counted from the desk, without a network too: then it waits, and comes in once', async ({
  page,
  context,
  faults,
}) => {
  await signInAs(page, 'Toeleider', '/desk')
  await page.getByRole('button', { name: 'Groep' }).click()
  const dialog = page.getByRole('dialog', { name: 'Groepscontact' })
  const save = dialog.getByRole('button', { name: 'Bewaren' })
  await dialog.getByLabel('Hoeveel mensen?').fill('14')
  await dialog.getByLabel('Thema').selectOption('Onderwijs')
  await look(page)
  await context.setOffline(true)
  await save.click()
  await expect(page.getByText('Groep van 14 mensen bewaard.')).toBeVisible()
  await expect(page.getByText('1 wacht op netwerk')).toBeVisible()
  // It may have been on its way: taken back, it goes once more, to be taken out there.
  await page.getByRole('button', { name: 'Ongedaan maken' }).last().click()
  await page.getByRole('button', { name: 'Groep' }).click()
  await dialog.getByLabel('Hoeveel mensen?').fill('14')
  await dialog.getByLabel('Thema').selectOption('Onderwijs')
  await save.click()
  await expect(page.getByText('2 wachten op netwerk')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('2 wachten op netwerk')).toHaveCount(0)
  await page.getByRole('button', { name: 'Groep' }).click()
  await dialog.getByRole('button', { name: 'Schrappen …' }).click()
  await dialog.getByLabel('Waarom schrap je dit?').fill('dubbel genoteerd')
  await dialog.getByRole('button', { name: 'Schrappen', exact: true }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Annuleren' }).click()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await page.getByRole('link', { name: 'Hulpvragen', exact: true }).click()
  await page.getByRole('link', { name: 'Groepscontacten' }).click()
  const listed = page.getByRole('region', { name: '1 groep, 14 mensen' })
  await expect(listed).toContainText('Onderwijs, 14 mensen')
  await look(page)
  await listed.getByRole('button', { name: 'Schrappen …' }).click()
  await listed.getByLabel('Waarom schrap je dit?').fill('toch dubbel')
  await listed.getByRole('button', { name: 'Schrappen', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Geen groepen in deze periode' })).toBeVisible()
  // The browser itself tells of what did not get through.
  expect(faults.splice(0).filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
})

test('a group that is half filled in survives a reload, and somebody else has their own', async ({
  page,
}) => {
  await signInAs(page, 'Toeleider', '/desk')
  const dialog = page.getByRole('dialog', { name: 'Groepscontact' })
  const people = dialog.getByLabel('Hoeveel mensen?')
  const open = () => page.getByRole('button', { name: 'Groep' }).click()
  const keptHere = () => page.evaluate<number>(countKeptGroups)
  await open()
  await people.fill('23')
  await dialog.getByLabel('Thema').selectOption('Werk')
  await expect.poll(keptHere).toBe(1)
  const signedInAs = async (role: string) => {
    await page.request.post('/api/auth/sign-in/demo', { data: { role } })
    await page.reload()
    await open()
  }
  await signedInAs('bridge_figure')
  await people.fill('5')
  await expect.poll(keptHere).toBe(2)
  await signedInAs('guide')
  await expect(people).toHaveValue('23')
  await expect(dialog.getByLabel('Thema').locator(':checked')).toHaveText('Werk')
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByText('Groep van 23 mensen bewaard.')).toBeVisible()
  await expect.poll(keptHere).toBe(1)
  await signedInAs('bridge_figure')
  await expect(people).toHaveValue('5')
})

const countKeptGroups = `new Promise((resolve) => {
  indexedDB.open('brugwijzer-drafts').onsuccess = ({ target: { result } }) => {
    result.transaction('group').objectStore('group').count().onsuccess = ({ target }) => resolve(target.result)
    result.close()
  }
})`

test('a group that the databank refuses comes back with the reason, and is mended', async ({
  page,
  context,
  faults,
}) => {
  const now = new Date()
  // The clock of this device is a year ahead, and so is the day that it proposes; before it is sent the clock is set right.
  await page.clock.setFixedTime(new Date(now.getTime() + 365 * 24 * 3600_000))
  await signInAs(page, 'Toeleider', '/desk')
  await page.getByRole('button', { name: 'Groep' }).click()
  const dialog = page.getByRole('dialog', { name: 'Groepscontact' })
  await dialog.getByLabel('Hoeveel mensen?').fill('9')
  await dialog.getByLabel('Thema').selectOption('Werk')
  await context.setOffline(true)
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByText('1 wacht op netwerk')).toBeVisible()
  await page.clock.setFixedTime(now)
  await context.setOffline(false)
  const refused = page.getByRole('alert').filter({ hasText: 'Niet bewaard: groep van 9 mensen' })
  await expect(refused).toContainText('Dit moment moet nog komen.')
  await look(page)
  await refused.getByRole('button', { name: 'Aanpassen' }).click()
  await expect(dialog.getByLabel('Hoeveel mensen?')).toHaveValue('9')
  const day = dialog.getByRole('group', { name: 'Wanneer?' }).getByRole('spinbutton')
  await day.nth(2).click()
  await page.keyboard.type(String(now.getFullYear()))
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(refused).toHaveCount(0)
  const year = now.getFullYear()
  const listed = async () => {
    const period = `from=${year - 1}-01-01&to=${year + 1}-12-31`
    const { items } = await (await page.request.get(`/api/v1/group-contacts?${period}`)).json()
    return items.filter(({ people }: { people: number }) => people === 9).length
  }
  await expect.poll(listed).toBe(1)
  // The browser itself tells of what did not get through.
  expect(faults.splice(0).filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
})

test('what a letter asks and by when is noted with the question, done on the day, and taken back', async ({
  page,
}) => {
  await signInAs(page, 'Toeleider', '/desk')
  await radio(page, 'Wonen').click()
  await page.getByRole('checkbox', { name: 'brief gelezen en uitgelegd' }).click()
  await radio(page, 'loopt nog').click()
  await page.getByRole('button', { name: 'Opvolgen: wat vraagt de brief?' }).press('Enter')
  await expect(page.getByRole('group', { name: 'Van wie is de brief?' }).locator(':focus')).toBeVisible()
  await radio(page, 'verhuurder').click()
  await radio(page, 'vandaag').click()
  // What is missing has its own sentence and the keyboard.
  await page.getByRole('button', { name: 'Bewaren' }).click()
  const what = page.getByLabel('Wat moet er gebeuren?')
  await expect(what).toBeFocused()
  await expect(what).toHaveAccessibleDescription(/Schrijf wat er moet gebeuren/)
  const day = page.getByRole('group', { name: 'Tegen wanneer?' })
  await expect(day).not.toHaveAttribute('aria-invalid')
  await what.fill('antwoord sturen over de waarborg')
  await radio(page, 'vandaag').click()
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expect(day.locator(':focus')).toBeVisible()
  await expect(day).toContainText('Kies tegen wanneer')
  await look(page)
  await radio(page, 'vandaag').click()
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByText(/^Bewaard \d\d:\d\d$/)).toBeVisible()
  await page.getByRole('link', { name: 'Vandaag' }).click()
  const toDo = page.getByRole('region', { name: 'Te doen' })
  const due = toDo.getByRole('region', { name: 'Vandaag' })
  await expect(due.getByRole('listitem')).toContainText('antwoord sturen over de waarborg')
  await expect(due.getByRole('listitem')).toContainText('verhuurder')
  await expect(page.getByRole('region', { name: 'Dit werd van jouw vragen' })).toBeVisible()
  await look(page)
  await due.getByRole('button', { name: /^Gedaan/ }).press('Enter')
  await expect(toDo.getByRole('listitem')).toHaveCount(0)
  await expect(toDo.getByRole('heading', { name: 'Te doen' })).toBeFocused()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await due.getByRole('link', { name: 'Wonen' }).click()
  const followUps = page.getByRole('region', { name: 'Op te volgen' })
  await followUps.getByRole('button', { name: /^Gedaan/ }).click()
  await expect(followUps.getByText(/^gedaan op/)).toBeVisible()
  await followUps.getByRole('button', { name: 'Iets op te volgen' }).press('Enter')
  await expect(followUps.getByRole('group', { name: 'Van wie is de brief?' }).locator(':focus')).toBeVisible()
  await followUps.getByLabel('Wat moet er gebeuren?').fill('nabellen')
  await followUps.getByRole('radio', { name: 'over een week' }).click()
  await followUps.getByRole('button', { name: 'Bewaren' }).click()
  await expect(followUps.getByRole('listitem')).toHaveCount(2)
  await look(page)
})

/** A desk that is open every day, whatever the day on which this runs; and one of the days to come without a holiday. */
async function openEveryDay(page: Page) {
  await enterAs(page, 'Coördinator')
  const { items, organizations } = await (await page.request.get('/api/v1/desks')).json()
  const spans = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '17:00' }))
  const known = items.find(({ name }: { name: string }) => name === 'Zijloket')
  const id = known?.id ?? crypto.randomUUID()
  if (!known) {
    const timetables = [{ from: '1900-01-01', spans }]
    const data = { name: 'Zijloket', organizationId: organizations[0].id, timetables }
    expect((await page.request.put(`/api/v1/desks/${id}`, { data })).status()).toBe(201)
  }
  const { days } = await (await page.request.get('/api/v1/presence')).json()
  const next = days.slice(1).find(({ open }: { open: boolean }) => open)
  const weekdays = new Intl.DateTimeFormat('nl-BE', { weekday: 'long', timeZone: 'UTC' })
  const week = { from: days[0].date, spans: spans.map((span) => ({ ...span, deskId: id })) }
  return {
    day: weekdays.format(new Date(`${next.date}T12:00Z`)),
    week,
    dates: days.map(({ date }: { date: string }) => date),
  }
}

async function keepWeek(page: Page, path: string, week: object) {
  const { version } = await (await page.request.get(path)).json()
  const headers = { 'if-match': `"${version}"` }
  expect((await page.request.put(path, { headers, data: week })).status()).toBe(200)
}

const presenceOf = (page: Page) => page.getByRole('region', { name: 'Wie zit waar' })

test('a guide fills in her week in a few presses, and colleagues see where she sits and what she speaks', async ({
  page,
}) => {
  const { day } = await openEveryDay(page)
  await enterAs(page, 'Toeleider')
  await keepWeek(page, '/api/v1/roster', { languages: [], weeks: [], absences: [] })
  await signInAs(page, 'Toeleider', '/today')
  const part = presenceOf(page)
  await part.getByRole('button', { name: 'Mijn week' }).click()
  const own = page.getByRole('dialog', { name: 'Mijn week' })
  await own.getByRole('button', { name: `Uren toevoegen op ${day}` }).click()
  await own.getByLabel(`Loket op ${day}`).selectOption('Zijloket')
  await own.getByLabel(`${day} van`).fill('9u30')
  await own.getByLabel(`${day} tot`).fill('')
  await expect(own.getByRole('button', { name: 'Bewaren' })).toBeDisabled()
  await own.getByLabel(`${day} tot`).fill('12')
  await own.getByRole('button', { name: `Vul de lege dagen in zoals ${day}` }).click()
  await expect(own.getByLabel(/^Loket op/)).toHaveCount(7)
  await own.getByRole('checkbox', { name: 'Tsjetsjeens' }).click()
  await look(page)
  await own.getByRole('button', { name: 'Bewaren' }).click()
  await part.getByRole('button', { name: 'De volgende dagen' }).click()
  const hers = part.getByRole('region', { name: day }).getByText('Toeleider A').locator('..')
  await expect(hers).toContainText('09:30–12:00')
  await expect(hers).toContainText('Tsjetsjeens')
  // Away, and not after all.
  await part.getByRole('button', { name: 'Mijn week' }).click()
  await own.getByRole('button', { name: 'Afwezig toevoegen' }).click()
  await own.getByRole('button', { name: 'Bewaren' }).click()
  const absences = async () => (await (await page.request.get('/api/v1/roster')).json()).absences
  await expect(async () => expect(await absences()).toHaveLength(1)).toPass()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(async () => expect(await absences()).toEqual([])).toPass()
  await signInAs(page, 'Coach')
  await page.getByRole('link', { name: 'Vandaag' }).click()
  await part.getByRole('button', { name: 'De volgende dagen' }).click()
  await expect(hers).toContainText('Tsjetsjeens')
  await expect(page.getByRole('region', { name: 'Te doen' })).toBeHidden()
  await look(page)
})

test('the coordinator keeps the week of a colleague, and two who do so at once lose nothing', async ({
  page,
}) => {
  const { week, dates } = await openEveryDay(page)
  await signInAs(page, 'Coördinator', '/today')
  const { items } = await (await page.request.get('/api/v1/rosters')).json()
  const { memberId } = items.find(({ name }: { name: string }) => name === 'Toeleider A')
  const path = `/api/v1/members/${memberId}/roster`
  const kept = { languages: ['che'], weeks: [week], absences: [] }
  await keepWeek(page, path, kept)
  const part = presenceOf(page)
  await part.getByRole('button', { name: 'Week van een collega' }).click()
  const choice = page.getByRole('dialog', { name: 'Week van een collega' })
  await choice.getByLabel('Wie?').selectOption('Toeleider A')
  await choice.getByRole('button', { name: 'Openen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Week van Toeleider A' })
  const ingush = dialog.getByRole('checkbox', { name: 'Ingoesjetisch' })
  await ingush.click()
  // Meanwhile, on another device.
  await keepWeek(page, path, { ...kept, absences: [{ from: dates[0], to: dates[6] }] })
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  const stale = dialog.getByRole('alert')
  await expect(stale).toContainText('Intussen aangepast')
  await expect(stale).toContainText('Afwezig van')
  await expect(ingush).toBeChecked()
  await expect(dialog.getByRole('button', { name: 'Bewaren' })).toBeDisabled()
  await look(page)
  await dialog.getByRole('button', { name: 'Neem over wat bewaard is' }).click()
  await expect(dialog.getByRole('button', { name: /^Weghalen: afwezig van/ })).toHaveCount(1)
  await expect(ingush).not.toBeChecked()
  await ingush.click()
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(part.getByText(/^Op .* spreekt niemand Tsjetsjeens of Ingoesjetisch\.$/)).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(part.getByRole('heading', { name: 'Wie zit waar' })).toBeVisible()
  await expect(part.getByRole('button', { name: 'Week van een collega' })).toBeHidden()
})

test('who sits where is not known without a network, so what was known before is not shown', async ({
  page,
  context,
  faults,
}) => {
  await openEveryDay(page)
  await signInAs(page, 'Toeleider', '/requests')
  await page.getByRole('link', { name: 'Vandaag' }).click()
  const part = presenceOf(page)
  await expect(part.getByRole('button', { name: 'De volgende dagen' })).toBeVisible()
  await page.getByRole('link', { name: 'Hulpvragen', exact: true }).click()
  await expect(part).toBeHidden()
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Vandaag' }).click()
  await expect(part.getByText(/netwerk/)).toBeVisible()
  await expect(part.getByRole('button', { name: 'De volgende dagen' })).toBeHidden()
  // The browser itself tells of what did not get through.
  expect(faults.splice(0).filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
})
