import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Browser, Page } from '@playwright/test'
import { findBarriers, overflowOf } from './everybody.ts'
import { expect, test } from './journey.ts'
import { giveCode, giveNineWrongCodes, menu, setPin } from './pin.ts'

// Notes what is to be done, and lets the browser keep the app.
test.use({ townOf: 'to do without a network', serviceWorkers: 'allow' })

const toDo = (page: Page) => page.getByRole('region', { name: 'Te doen' })

const enter = (request: APIRequestContext, role: 'guide' | 'bridge_figure') =>
  request.post('/api/auth/sign-in/demo', { data: { role } })

/** Of whoever is signed in: so many days from now, each in a question of its own. */
async function noteToDo(request: APIRequestContext, whats: readonly string[], days = 3) {
  const { items: desks } = await (await request.get('/api/v1/desks')).json()
  const dueOn = new Date(Date.now() + days * 24 * 3600_000).toISOString().slice(0, 10)
  const followUps = whats.map((what) => ({ id: randomUUID(), sender: 'landlord', what, dueOn }))
  const requestId = randomUUID()
  const facts = { theme: 'housing', actions: ['explain_letter'], outcome: 'open' }
  const data = {
    id: randomUUID(),
    receivedAt: new Date().toISOString(),
    deskId: desks[0].id,
    requests: [{ id: requestId, ...facts, followUps }],
  }
  expect((await request.post('/api/v1/visits', { data })).status()).toBe(201)
  return { requestId, followUps }
}

const chooseName = (page: Page, name: RegExp) =>
  page.locator('.pin-names').getByRole('button', { name }).click()

/** Once this browser keeps what Vandaag needs. */
const isKept = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(`Promise.all([caches.match('/api/v1/session'), caches.match('/api/v1/code-lists')]).then((kept) =>
        navigator.serviceWorker.controller !== null && kept.every(Boolean))`),
    )
    .toBe(true)

/** How many members’ lists this browser keeps; and no word of them is to be read there. */
const keptLists = (page: Page) =>
  page.evaluate<number>(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('brugwijzer-drafts')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const asked = opening.result.transaction('toDo').objectStore('toDo').getAll()
      asked.onsuccess = () => {
        opening.result.close()
        const readable = asked.result.some((kept) =>
          Object.keys(kept).sort().join() !== 'closed,memberId,nonce' ||
          new TextDecoder().decode(kept.closed).includes('waarborg'))
        resolve(readable ? -1 : asked.result.length)
      }
    }
  })`)

/** Without a network the browser says of every question that it got no answer. */
const withoutUnanswered = (faults: string[]) =>
  faults.splice(
    0,
    faults.length,
    ...faults.filter(
      (fault) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|no network|Failed to fetch/.test(fault),
    ),
  )

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

const refusal = { status: 429, code: 'too_many', title: 'Probeer het over een minuut opnieuw.' }

/** The same guide at another device, where there is a network. */
async function elsewhere(browser: Browser, baseURL: string | undefined): Promise<APIRequestContext> {
  const { request } = await browser.newContext(baseURL === undefined ? {} : { baseURL })
  await enter(request, 'guide')
  return request
}
const stateOf = async (request: APIRequestContext, requestId: string, id: string) => {
  const { items } = await (await request.get(`/api/v1/follow-ups?requestId=${requestId}`)).json()
  return items.find((one: { id: string }) => one.id === id)
}

test('without a network a guide sees by her code what she still has to do and ticks it off; it is done once the network is back', async ({
  page,
  context,
  browser,
  baseURL,
  faults,
}) => {
  test.slow()
  await setPin(page, 'bridge_figure', '314159')
  await expect.poll(() => keptLists(page)).toBe(1)
  await setPin(page, 'guide', '271828')
  const { requestId, followUps } = await noteToDo(page.request, [
    'antwoord sturen over de waarborg',
    'nabellen over de waarborg',
  ])
  // Whoever works at the desk sees it there too, and takes it along.
  await page.goto('/desk')
  await expect(page.getByRole('link', { name: '2 te doen' })).toBeVisible()
  await expect.poll(() => keptLists(page)).toBe(2)
  await isKept(page)
  await context.setOffline(true)
  await page.goto('/today')
  await chooseName(page, /Toeleider/)
  await giveCode(page, '271828')
  await expect(toDo(page).getByText('Zonder netwerk', { exact: true })).toBeVisible()
  await expect(toDo(page).getByRole('listitem')).toHaveCount(2)
  await look(page)
  const letter = toDo(page).getByRole('listitem').filter({ hasText: 'antwoord sturen over de waarborg' })
  await letter.getByRole('button', { name: /^Gedaan/ }).click()
  await expect(letter).toContainText('Afgevinkt, wacht op netwerk')
  // Taken back at once, it does not wait any more.
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(letter.getByRole('button', { name: /^Gedaan/ })).toBeVisible()
  await letter.getByRole('button', { name: /^Gedaan/ }).click()
  await expect(letter).toContainText('Afgevinkt, wacht op netwerk')
  await look(page)

  await page.reload()
  await chooseName(page, /Samira/)
  await giveCode(page, '314159')
  await expect(page.getByText('Niets te doen.')).toBeVisible()
  await expect(page.getByText('waarborg')).toHaveCount(0)

  await page.reload()
  await chooseName(page, /Toeleider/)
  await giveCode(page, '271828')
  await expect(letter).toContainText('Afgevinkt, wacht op netwerk')
  const [first] = followUps
  const there = await elsewhere(browser, baseURL)
  expect(await stateOf(there, requestId, first?.id ?? '')).toMatchObject({ doneOn: null, version: 1 })
  await context.setOffline(false)
  await expect(letter).toHaveCount(0, { timeout: 30_000 })
  await expect(toDo(page).getByRole('listitem')).toHaveCount(1)
  await expect(toDo(page).getByText('Zonder netwerk', { exact: true })).toHaveCount(0)
  const done = await stateOf(there, requestId, first?.id ?? '')
  expect(done).toMatchObject({ version: 2 })
  expect(done.doneOn).not.toBeNull()

  // Without a code of hers nothing opens it: then it is gone.
  await expect.poll(() => keptLists(page)).toBe(2)
  await menu(page).click()
  await page.getByRole('button', { name: /code .*op dit toestel/i }).click()
  const remove = page.getByRole('button', { name: /^Geen .* meer op dit toestel/ })
  // As long as the server may still let her in by it, it is not gone.
  await page.route('**/api/v1/pins/*', (route) => route.fulfill({ status: 429, json: refusal }))
  await remove.click()
  await expect(page.getByText(refusal.title)).toBeVisible()
  expect(await keptLists(page)).toBe(2)
  await page.unroute('**/api/v1/pins/*')
  await remove.click()
  await expect.poll(() => keptLists(page)).toBe(1)

  // Nor after ten wrong ones.
  await menu(page).click()
  await page.getByRole('button', { name: 'Wissel van collega' }).click()
  await giveNineWrongCodes(page)
  expect(await keptLists(page)).toBe(1)
  await giveCode(page, '000000')
  await expect(page.getByText('Wat hier begonnen was, is gewist.')).toBeVisible()
  expect(await keptLists(page)).toBe(0)
  withoutUnanswered(faults)
})

test('what changed while it was ticked off without a network is shown side by side, and the guide decides', async ({
  page,
  context,
  browser,
  baseURL,
  faults,
}) => {
  await setPin(page, 'guide', '271828')
  await isKept(page)
  const { requestId, followUps } = await noteToDo(page.request, ['formulier van de school invullen'])
  const [{ id, ...content } = { id: '' }] = followUps
  await page.goto('/today')
  const form = toDo(page).getByRole('listitem').filter({ hasText: 'formulier van de school' })
  await expect(form).toBeVisible()
  await context.setOffline(true)
  await form.getByRole('button', { name: /^Gedaan/ }).click()
  await expect(form).toContainText('Afgevinkt, wacht op netwerk')
  const there = await elsewhere(browser, baseURL)
  const changed = await there.put(`/api/v1/follow-ups/${id}`, {
    data: { requestId, ...content, what: 'formulier van de school invullen en ondertekenen' },
    headers: { 'if-match': '"1"' },
  })
  expect(changed.status()).toBe(200)
  // It goes from whichever page is open.
  await page.getByRole('link', { name: 'Hulpvragen' }).click()
  await expect(page.getByText('Brugwijzer antwoordt niet.').first()).toBeVisible()
  const sent = page.waitForResponse('**/api/v1/sealed-visits', { timeout: 30_000 })
  await context.setOffline(false)
  await sent
  await page.getByRole('link', { name: 'Vandaag' }).click()
  await expect(toDo(page).getByText('Intussen veranderd')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Zo staat het er nu' })).toContainText('en ondertekenen')
  await expect(page.getByRole('region', { name: 'Zo vinkte jij het af' })).not.toContainText('ondertekenen')
  await look(page)
  expect(await stateOf(there, requestId, id)).toMatchObject({ doneOn: null, version: 2 })
  await page.getByRole('button', { name: 'Toch gedaan' }).click()
  await expect(form).toHaveCount(0)
  await expect(page.getByText('Intussen veranderd')).toHaveCount(0)
  await expect.poll(async () => (await stateOf(there, requestId, id)).doneOn).not.toBeNull()
  withoutUnanswered(faults)
})
