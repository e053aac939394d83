import { randomUUID } from 'node:crypto'
import type { Browser } from '@playwright/test'
import { findBarriers, overflowOf } from './everybody.ts'
import { enterAs, expect, type Page, signInAs, test } from './journey.ts'

// A device that was revoked is gone for good.
test.use({ townOf: 'devices' })

const registerNumber = ['85.07.30', '033-28'].join('-')
const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })

/** How many of what waits there went on their way. */
const triedOnes = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('brugwijzer')
  opening.onerror = () => reject(opening.error)
  opening.onsuccess = () => {
    const asked = opening.result.transaction('waiting').objectStore('waiting').getAll()
    asked.onsuccess = () => {
      opening.result.close()
      resolve(asked.result.filter(({ isTried }) => isTried).length)
    }
  }
})`

/** Somebody at a device of their own. */
async function onDevice(browser: Browser, baseURL: string | undefined) {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
  return { context, page: await context.newPage() }
}

/** Until the city knows the device. */
async function openDesk(page: Page): Promise<void> {
  const known = page.waitForResponse((answer) => answer.url().includes('/api/v1/devices/') && answer.ok())
  await signInAs(page, 'Toeleider', '/desk')
  await expect(radio(page, 'Onderwijs')).toBeVisible()
  await known
}

test('a revoked device hands over what waits, forgets everything, and the coordinator decides', async ({
  page,
  browser,
  baseURL,
}) => {
  const tablet = await onDevice(browser, baseURL)
  await openDesk(tablet.page)

  await signInAs(page, 'Coördinator', '/manage/devices')
  await page.getByRole('button', { name: /^Naam geven aan/ }).click()
  await page.getByRole('textbox', { name: 'Naam' }).fill(`tablet ${registerNumber}`)
  await expect(page.getByText('Hier staat een rijksregisternummer')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Bewaren' })).toBeDisabled()
  await page.getByRole('textbox', { name: 'Naam' }).fill('tablet onthaal')
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByRole('cell', { name: 'tablet onthaal', exact: true })).toBeVisible()

  // With a code of hers the guide has her own list on it, and ticks off of it.
  const { items: desks } = await (await tablet.page.request.get('/api/v1/desks')).json()
  const followUps = [
    { id: randomUUID(), sender: 'landlord', what: 'antwoord over de waarborg', dueOn: '2030-01-31' },
  ]
  const request = { id: randomUUID(), theme: 'housing', actions: ['inform'], outcome: 'open', followUps }
  const data = {
    ...{ id: randomUUID(), receivedAt: new Date().toISOString(), deskId: desks[0].id },
    requests: [request],
  }
  expect((await tablet.page.request.post('/api/v1/visits', { data })).status()).toBe(201)
  await tablet.page.getByRole('button', { name: 'Jouw account' }).click()
  await tablet.page.getByRole('button', { name: /code .*op dit toestel/i }).click()
  await tablet.page.getByLabel('Pincode', { exact: true }).fill('271828')
  await tablet.page.getByLabel('Nog eens dezelfde pincode').fill('271828')
  await tablet.page.getByRole('dialog').getByRole('button', { name: 'Bewaren' }).click()
  await expect(tablet.page.getByText('Je pincode werkt nu op dit toestel.')).toBeVisible()
  await tablet.page.getByRole('link', { name: 'Vandaag' }).click()
  const letter = tablet.page.getByRole('listitem').filter({ hasText: 'antwoord over de waarborg' })
  await expect(letter).toBeVisible()
  await tablet.context.setOffline(true)
  await letter.getByRole('button', { name: /^Gedaan/ }).click()
  await expect(letter).toContainText('Afgevinkt, wacht op netwerk')
  await tablet.page.getByRole('link', { name: /Hulpvraag$/ }).click()
  for (const outcome of ['loopt nog', 'beantwoord']) {
    await radio(tablet.page, 'Onderwijs').click()
    await tablet.page.getByRole('checkbox', { name: 'brief gelezen en uitgelegd' }).click()
    await radio(tablet.page, outcome).click()
    await tablet.page.getByRole('button', { name: 'Bewaren' }).click()
  }
  // Undone after it may have arrived, it still waits: that it was undone has to arrive too.
  await expect.poll(() => tablet.page.evaluate<number>(triedOnes)).toBe(3)
  await tablet.page.locator('form').getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(tablet.page.getByText('3 wachten op netwerk')).toBeVisible()
  await page.getByRole('button', { name: 'tablet onthaal intrekken' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Intrekken' }).click()
  await expect(page.getByText(/^Ingetrokken op/)).toBeVisible()
  await tablet.context.setOffline(false)
  await expect(tablet.page.getByText('Dit toestel is ingetrokken')).toBeVisible()
  expect(await tablet.page.evaluate('Object.keys(localStorage)')).toEqual([])
  expect(await tablet.page.evaluate('indexedDB.databases()')).toEqual([])

  await page.reload()
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await expect(page.getByRole('heading', { name: 'Wacht op jouw beslissing' })).toBeVisible()
    expect(await findBarriers(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    const waiting = await page.getByRole('region', { name: 'Wacht op jouw beslissing' }).boundingBox()
    const devices = await page.getByRole('region', { name: 'Toestellen aan het loket' }).boundingBox()
    expect((devices?.y ?? 0) - (waiting?.y ?? 0) - (waiting?.height ?? 0)).toBeGreaterThanOrEqual(24)
  }
  await page.getByRole('button', { name: 'Lezen' }).first().click()
  await expect(page.getByRole('dialog')).toContainText('is afgevinkt op')
  await expect(page.getByRole('dialog')).not.toContainText('waarborg')
  await page.getByRole('button', { name: 'Registreren' }).click()
  await expect(page.getByRole('button', { name: 'Lezen' })).toHaveCount(2)
  await page.getByRole('button', { name: 'Lezen' }).first().click()
  await expect(page.getByRole('dialog')).toContainText('loopt nog')
  await page.getByRole('button', { name: 'Registreren' }).click()
  await expect(page.getByRole('button', { name: 'Lezen' })).toHaveCount(1)
  await expect(page.getByRole('cell', { name: 'ongedaan gemaakt' })).toBeVisible()
  await page.getByRole('button', { name: 'Weggooien' }).click()
  await expect(page.getByRole('dialog')).toContainText('maakte dit ongedaan')
  await page.getByRole('textbox', { name: 'Waarom?' }).fill(`van ${registerNumber}`)
  await expect(page.getByText('Hier staat een rijksregisternummer')).toBeVisible()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Weggooien' })).toBeDisabled()
  await page.getByRole('textbox', { name: 'Waarom?' }).fill('dubbel op papier')
  await page.getByRole('dialog').getByRole('button', { name: 'Weggooien' }).click()
  await expect(page.getByRole('heading', { name: 'Wacht op jouw beslissing' })).toBeHidden()
  const { items } = await (await page.request.get('/api/v1/requests?limit=1&theme=education')).json()
  expect(items[0]).toMatchObject({ theme: 'education', outcome: 'open' })
  await tablet.context.close()
})

test('a revoked device on which nothing waits forgets everything too: when it turns out so, and within a minute', async ({
  page,
  browser,
  baseURL,
}) => {
  await enterAs(page, 'Coördinator')
  for (const isUsed of [true, false]) {
    const tablet = await onDevice(browser, baseURL)
    await tablet.page.clock.install()
    await openDesk(tablet.page)
    await radio(tablet.page, 'Onderwijs').click()
    const { items } = await (await page.request.get('/api/v1/devices')).json()
    for (const { id, revokedAt } of items)
      if (!revokedAt)
        expect((await page.request.put(`/api/v1/devices/${id}/revocation`, { data: {} })).status()).toBe(200)
    if (isUsed) await radio(tablet.page, 'Wonen').click()
    else await tablet.page.clock.fastForward('01:01')
    await expect(tablet.page.getByText('Dit toestel is ingetrokken')).toBeVisible()
    expect(await tablet.page.evaluate('Object.keys(localStorage)')).toEqual([])
    // The browser takes its time to let go of a store.
    await expect.poll(() => tablet.page.evaluate('indexedDB.databases()')).toEqual([])
    await tablet.context.close()
  }
})
