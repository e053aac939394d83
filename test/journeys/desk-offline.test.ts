import { randomUUID } from 'node:crypto'
import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { findBarriers } from './everybody.ts'
import { expect, signInAs, test } from './journey.ts'
import { giveCode, giveNineWrongCodes, menu, setPin } from './pin.ts'

// Notes help requests, and lets the browser keep the app.
test.use({ townOf: 'the desk without a network', serviceWorkers: 'allow' })

const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })

async function note(page: Page, theme: string): Promise<void> {
  // A second tap on what is chosen takes it back.
  await radio(page, theme).check()
  await page.getByRole('checkbox', { name: 'brief gelezen en uitgelegd' }).click()
  await radio(page, 'beantwoord').click()
  await page.getByRole('button', { name: 'Bewaren' }).click()
}

/** Once this browser keeps what the desk needs. */
const isKept = (page: Page) =>
  expect
    .poll(
      () =>
        page.evaluate(`Promise.all(['session', 'desks'].map((name) => caches.match('/api/v1/' + name))).then((kept) =>
        navigator.serviceWorker.controller !== null && kept.every(Boolean))`),
      { timeout: 30_000 },
    )
    .toBe(true)

/** Without a network the browser says of every question that it got no answer. */
const withoutUnanswered = (faults: string[]) =>
  faults.splice(
    0,
    faults.length,
    ...faults.filter(
      (fault) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|no network|Failed to fetch/.test(fault),
    ),
  )

test('without a network the desk opens within two seconds; what is noted there goes when the network is back', async ({
  page,
  context,
  faults,
}, { annotations }) => {
  await signInAs(page, 'Toeleider', '/desk')
  await isKept(page)
  await context.setOffline(true)
  const begun = performance.now()
  await page.goto('/desk')
  await expect(radio(page, 'Wonen')).toBeVisible()
  const milliseconds = performance.now() - begun
  annotations.push({ type: 'the desk without a network', description: `${Math.round(milliseconds)} ms` })
  expect(milliseconds).toBeLessThan(2000)
  // What is about a person is not there: not even who works here.
  await expect(page.getByRole('button', { name: 'Jouw account' })).toHaveText('Zonder netwerk')
  for (const theme of ['Wonen', 'Werk']) await note(page, theme)
  await expect(page.getByText('2 wachten op netwerk')).toBeVisible()
  await page.goto('/requests')
  await expect(page.getByText('Brugwijzer antwoordt niet.')).toBeVisible()
  const visitor = await context.newPage()
  expect(await visitor.goto('/kortrijk/nl/rapporten').catch(() => 'not there')).toBe('not there')
  await page.goto('/desk')
  await expect(page.getByText('2 wachten op netwerk')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('2 wachten op netwerk')).toHaveCount(0)
  const { items } = await (await page.request.get('/api/v1/requests?limit=2')).json()
  expect(items.map(({ theme }: { theme: string }) => theme).sort()).toEqual(['housing', 'work'])
  await expect(page.getByRole('button', { name: 'Jouw account' })).toContainText(/\w/)
  withoutUnanswered(faults)
})

test('what waits on a device with a code is told where one signs in, and goes when the network is back', async ({
  page,
  context,
  faults,
}) => {
  await setPin(page, 'guide', '271828')
  await isKept(page)
  const before = await count(page)
  await context.setOffline(true)
  await note(page, 'Wonen')
  await expect(page.getByText('1 wacht op netwerk')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Zonder netwerk ga je verder met je pincode')).toBeVisible()
  await expect(page.getByText('Op dit toestel wacht 1 bericht.')).toBeVisible()
  await context.setOffline(false)
  await expect(radio(page, 'Wonen')).toBeVisible({ timeout: 30_000 })
  await expect.poll(() => count(page), { timeout: 30_000 }).toBe(before + 1)
  withoutUnanswered(faults)
})

const count = async (page: Page): Promise<number> =>
  (await (await page.request.get('/api/v1/requests/count')).json()).requests

test('a newer version is told, waits while a form is open in any tab, and then takes over with what was begun', async ({
  context,
  town,
}) => {
  const version = { number: 1 }
  const proxy = await openProxy(town.address, version)
  const [page, other] = [await context.newPage(), await context.newPage()]
  try {
    await page.request.post(`${proxy.address}/api/auth/sign-in/demo`, { data: { role: 'guide' } })
    for (const tab of [page, other]) await tab.goto(`${proxy.address}/desk`)
    await isKept(page)
    await radio(other, 'Wonen').click()
    version.number = 2
    await page.evaluate(
      'navigator.serviceWorker.ready.then((worker) => worker.update()).then(() => undefined)',
    )
    await page.getByRole('button', { name: 'Herladen' }).click()
    await expect(page.getByText('Zodra je bewaart wat open staat')).toBeVisible()
    await expect(radio(other, 'Wonen')).toBeChecked()
    await note(other, 'Werk')
    // Saved a moment ago, and the way back is still there: it waits for that too.
    await other.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect(radio(other, 'Werk')).toBeChecked()
    await expect(page.getByText('Zodra je bewaart wat open staat')).toBeVisible()
    expect(await isOfVersion(page, 2)).toBe(false)
    await expect.poll(() => draftsOf(other)).toBe(1)
    await other.close()
    await expect.poll(() => isOfVersion(page, 2), { timeout: 30_000 }).toBe(true)
    await expect(page.getByText('Zodra je bewaart wat open staat')).toHaveCount(0)
    await expect(radio(page, 'Werk')).toBeChecked()
    await expect(page.getByRole('checkbox', { name: 'brief gelezen en uitgelegd' })).toBeChecked()
  } finally {
    await proxy.close()
  }
})

/** Whether this page is under the worker of a version: that one has begun its own store of files. */
const isOfVersion = (page: Page, number: number) =>
  page
    .evaluate<boolean>(
      `navigator.serviceWorker.ready.then(async ({ waiting }) =>
        waiting === null && (await caches.keys()).includes('app-of-version-${number}'))`,
    )
    // because: it is being loaded anew
    .catch(() => false)

test('a colleague goes on within five seconds by a code, each with their own draft, without a network too', async ({
  page,
  context,
  faults,
}, { annotations }) => {
  await setPin(page, 'guide', '271828')
  await setPin(page, 'bridge_figure', '314159')
  await isKept(page)
  await radio(page, 'Werk').click()
  const begun = performance.now()
  await menu(page).click()
  await page.getByRole('button', { name: 'Wissel van collega' }).click()
  await giveCode(page, '271828')
  await expect(menu(page)).toContainText('Toeleider')
  await expect(radio(page, 'Werk')).not.toBeChecked()
  const milliseconds = performance.now() - begun
  annotations.push({ type: 'change of colleague', description: `${Math.round(milliseconds)} ms` })
  expect(milliseconds).toBeLessThan(5000)

  await radio(page, 'Wonen').click()
  await page.getByRole('checkbox', { name: 'brief gelezen en uitgelegd' }).click()
  await expect.poll(() => draftsOf(page)).toBe(2)
  await page.reload()
  await expect(radio(page, 'Wonen')).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'brief gelezen en uitgelegd' })).toBeChecked()

  await context.setOffline(true)
  await page.goto('/desk')
  await expect(page.getByText('Zonder netwerk ga je verder met je pincode')).toBeVisible()
  await expect(page.getByText('Je was afgemeld')).toHaveCount(0)
  await page.getByRole('button', { name: 'Samira', exact: true }).click()
  await giveCode(page, '314159')
  await expect(menu(page)).toContainText('Samira')
  await expect(radio(page, 'Werk')).toBeChecked()
  await note(page, 'Werk')
  await expect(page.getByText('1 wacht op netwerk')).toBeVisible()
  await context.setOffline(false)
  // The cookie was of another: by the code it is hers, and then what waits goes.
  const workingHere = async () => (await (await page.request.get('/api/v1/session')).json()).member.name
  await expect.poll(workingHere, { timeout: 15_000 }).toBe('Samira')
  await expect(page.getByText(/^1 wacht/)).toHaveCount(0, { timeout: 30_000 })

  await menu(page).click()
  await page.getByRole('button', { name: 'Wissel van collega' }).click()
  await giveTenWrongCodes(page)
  expect(await draftsOf(page)).toBe(0)
  // It was not their session.
  expect(await workingHere()).toBe('Samira')
  withoutUnanswered(faults)
})

test('after ten wrong codes the desk opens for nobody without a network, and with one their session is over', async ({
  page,
  context,
  faults,
}) => {
  await setPin(page, 'guide', '271828')
  await isKept(page)
  await context.setOffline(true)
  await page.goto('/desk')
  await giveTenWrongCodes(page)
  await page.goto('/desk')
  await expect(page.getByRole('heading', { name: 'Aanmelden' })).toBeVisible()
  await expect(radio(page, 'Wonen')).toHaveCount(0)
  expect((await page.request.get('/api/v1/session')).status()).toBe(200)
  await context.setOffline(false)
  const status = async () => (await page.request.get('/api/v1/session')).status()
  await expect.poll(status, { timeout: 15_000 }).toBe(401)
  await page.getByRole('button', { name: 'Toeleider' }).click()
  await expect(radio(page, 'Wonen')).toBeVisible()
  withoutUnanswered(faults)
})

async function giveTenWrongCodes(page: Page): Promise<void> {
  await giveNineWrongCodes(page)
  await giveCode(page, '000000')
  await expect(page.getByText('Wat hier begonnen was, is gewist.')).toBeVisible()
}

test('what the databank refuses is shown to its author, and not to the colleague who goes on at this device', async ({
  page,
  faults,
}) => {
  await setPin(page, 'bridge_figure', '314159')
  await setPin(page, 'guide', '271828')
  const goOnAs = async (code: string) => {
    await menu(page).click()
    await page.getByRole('button', { name: 'Wissel van collega' }).click()
    await giveCode(page, code)
  }
  // Another visit has its id in the databank by then.
  const { items: desks } = await (await page.request.get('/api/v1/desks')).json()
  const requests = [{ id: randomUUID(), theme: 'work', unfinished: true }]
  await page.route(
    '**/api/v1/sealed-visits',
    async (route) => {
      const [{ id }] = route.request().postDataJSON().items
      const receivedAt = new Date().toISOString()
      await page.request.post('/api/v1/visits', { data: { id, receivedAt, deskId: desks[0].id, requests } })
      await route.continue()
    },
    { times: 1 },
  )
  await note(page, 'Wonen')
  const refused = page.getByRole('alert')
  await expect(refused).toContainText('Werk: niet gevraagd')
  await expect(refused).toContainText('brief gelezen en uitgelegd')
  expect(await findBarriers(page, '.notice')).toEqual([])
  await goOnAs('314159')
  await expect(menu(page)).toContainText('Samira')
  await expect(radio(page, 'Wonen')).toBeVisible()
  await expect(refused).toHaveCount(0)
  await goOnAs('271828')
  await expect(refused).toContainText('Wonen: beantwoord')
  await refused.getByRole('button', { name: 'Laat zoals in de databank' }).click()
  await expect(refused).toHaveCount(0)
  withoutUnanswered(faults)
})

/** A browser gives passkeys to a site with a name only; the one that is given here lies in a keeper that the browser plays. */
async function openWithPasskeys(page: Page, address: string) {
  const browser = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  const { authenticatorId } = await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasPrf: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  })
  const named = address.replace('127.0.0.1', 'localhost')
  await page.request.post(`${named}/api/auth/sign-in/demo`, { data: { role: 'guide' } })
  await page.goto(`${named}/desk`)
  return {
    named,
    /** Another finger from now on. */
    becomeAnother: () => browser.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false }),
  }
}

test('a passkey opens what a guide began, without a network too, and nobody without it', async ({
  page,
  context,
  town,
  faults,
}) => {
  const { named, becomeAnother } = await openWithPasskeys(page, town.address)
  await menu(page).click()
  await page.getByRole('button', { name: 'Pincode op dit toestel' }).click()
  await expect(page.getByRole('heading', { name: 'Liever een passkey?' })).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: 'Passkey maken' }).click()
  await expect(page.getByText('Je passkey werkt nu op dit toestel.')).toBeVisible()
  await isKept(page)
  await radio(page, 'Wonen').click()
  await expect.poll(() => draftsOf(page)).toBe(1)
  await context.setOffline(true)
  await page.goto(`${named}/desk`)
  const goOn = page.getByRole('button', { name: /^Verder met de passkey van/ })
  await goOn.click()
  await expect(radio(page, 'Wonen')).toBeChecked()
  await page.getByRole('checkbox', { name: 'brief gelezen en uitgelegd' }).click()
  await radio(page, 'beantwoord').click()
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByText('1 wacht op netwerk')).toBeVisible()
  await context.clearCookies()
  await context.setOffline(false)
  await expect(page.getByText(/^1 wacht/)).toHaveCount(0, { timeout: 30_000 })
  expect((await page.request.get(`${named}/api/v1/session`)).status()).toBe(200)

  await radio(page, 'Werk').click()
  await expect.poll(() => draftsOf(page)).toBe(1)
  await context.clearCookies()
  await page.goto(`${named}/desk`)
  await becomeAnother()
  await goOn.click()
  await expect(page.getByText('Er is geen passkey gegeven.')).toBeVisible()
  await expect(radio(page, 'Werk')).toHaveCount(0)
  withoutUnanswered(faults)
})

test('after five minutes the page is locked, also when it is loaded anew; the code brings back what stood there, ten wrong ones end the session', async ({
  page,
}) => {
  await page.clock.install()
  await setPin(page, 'guide', '271828')
  await radio(page, 'Wonen').click()
  await page.clock.fastForward('05:01')
  await expect(page.getByRole('heading', { name: 'Vergrendeld' })).toBeVisible()
  await expect(radio(page, 'Wonen')).toBeHidden()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Vergrendeld' })).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  await giveCode(page, '271828')
  await expect(radio(page, 'Wonen')).toBeChecked()
  await page.clock.fastForward('05:01')
  await giveTenWrongCodes(page)
  expect((await page.request.get('/api/v1/session')).status()).toBe(401)
  await expect(page.getByRole('heading', { name: 'Vergrendeld' })).toBeVisible()
  await page.getByRole('button', { name: 'Aanmelden met een wachtwoord' }).click()
  await expect(page.getByRole('button', { name: 'Toeleider' })).toBeVisible()
})

test('the code is asked for over an open question, and after showing something on a device that several share', async ({
  page,
}) => {
  await page.clock.install()
  await setPin(page, 'bridge_figure', '314159')
  await setPin(page, 'guide', '271828')
  await radio(page, 'Wonen').click()
  await page.getByRole('button', { name: 'Groep' }).click()
  await expect(page.getByRole('dialog', { name: /groep/i })).toBeVisible()
  await page.clock.fastForward('05:01')
  const locked = page.getByRole('dialog', { name: 'Vergrendeld' })
  await expect(locked).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(locked).toBeVisible()
  await page.getByRole('button', { name: 'Toeleider', exact: false }).first().click()
  await giveCode(page, '271828')
  await expect(page.getByRole('dialog', { name: /groep/i })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Toon aan de klant' }).click()
  await page.getByRole('button', { name: 'Terug' }).click()
  await expect(locked).toBeVisible()
  await page.getByRole('button', { name: 'Toeleider', exact: false }).first().click()
  await giveCode(page, '271828')
  await expect(radio(page, 'Wonen')).toBeChecked()
})

/** How many drafts this browser keeps, whoever began them. */
const draftsOf = (page: Page) =>
  page.evaluate<number>(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('brugwijzer-drafts')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const asked = opening.result.transaction('draft').objectStore('draft').count()
      asked.onsuccess = () => { opening.result.close(); resolve(asked.result) }
    }
  })`)

test('when the session is over the desk asks to sign in on top of the form, and then sends', async ({
  page,
  context,
}) => {
  const sealing = page.waitForResponse('**/api/v1/sealing-key')
  await signInAs(page, 'Toeleider', '/desk')
  await expect(radio(page, 'Wonen')).toBeVisible()
  await (await sealing).finished()
  await context.clearCookies()
  await radio(page, 'Gezondheid').click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Je bent niet meer aangemeld.')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await note(page, 'Gezondheid')
  await expect(page.getByText('1 wacht tot je')).toBeVisible()
  await radio(page, 'Werk').click()
  await page.getByRole('button', { name: 'Aanmelden' }).click()
  await dialog.getByRole('button', { name: 'Toeleider' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText(/wacht(en)? tot je/)).toHaveCount(0)
  await expect(radio(page, 'Werk')).toBeChecked()
  await expect
    .poll(async () => (await (await page.request.get('/api/v1/requests?limit=1')).json()).items[0].theme)
    .toBe('health')
})

test('the app can be installed: its name, its page and its pictures are there', async ({ page }) => {
  await page.goto('/sign-in')
  const address = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = await (await page.request.get(address ?? '')).json()
  expect(manifest).toMatchObject({ name: 'Brugwijzer', display: 'standalone', scope: '/' })
  for (const { src, sizes } of manifest.icons) {
    const picture = Buffer.from(await (await page.request.get(src)).body())
    expect(`${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}`).toBe(sizes)
  }
})

/** The same server under another address, whose app is another one when the number is. */
async function openProxy(target: string, version: { readonly number: number }) {
  const server = createServer((asked, answer) => {
    const headers = { ...asked.headers, 'accept-encoding': 'identity' }
    const onward = ask(target + (asked.url ?? ''), { method: asked.method, headers }, (given) => {
      const { 'content-length': _, ...rest } = given.headers
      answer.writeHead(given.statusCode ?? 502, rest)
      if (asked.url !== '/service-worker.js') return given.pipe(answer)
      given.setEncoding('utf8')
      given
        .toArray()
        .then((parts) =>
          answer.end(parts.join('').replace(/app-[0-9a-f]{16}/, `app-of-version-${version.number}`)),
        )
    })
    asked.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // because: listening on a port, and not on a pipe
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(resolve)
    })
  return { address: `http://127.0.0.1:${port}`, close }
}
