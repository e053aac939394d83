import { randomUUID } from 'node:crypto'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { findChromium } from '../test/journeys/chromium.ts'
import { measure, measureWrites } from './load.ts'
import type { Started } from './process.ts'
import { ask, coordinator } from './town.ts'

export interface DeskMeasured {
  readonly app: Started
  readonly raw: Started
  readonly adminUrl: string
  readonly cookie: string
  readonly say: (line: string) => void
}

const many = { count: 2000, together: 16 }
const whole = (value: number) => Math.round(value).toLocaleString('en')

/** Rows of a table: registering beside the raw limit, what she gets back, and the record in a real browser. */
export async function measureDesk(given: DeskMeasured): Promise<void> {
  await compareRegistering(given)
  const { app, cookie, say } = given
  const insight = await measure(`${app.url}/api/v1/visits/insight?theme=housing`, cookie, {
    count: 60,
    together: 1,
  })
  say(
    `| what colleagues know of a theme (p50; p99 ms) | – | ${whole(insight.p50)}; ${whole(insight.p99)} | – | ≤ 150 |`,
  )
  await measureRecord(given)
}

/** Turn by turn, so that both meet the same moods of the machine; the better of three rounds of each. */
async function compareRegistering({ app, raw, adminUrl, cookie, say }: DeskMeasured): Promise<void> {
  const [place] = await ask(
    adminUrl,
    `select d.id as desk, m.id as guide, m.organization_id as organization from desk d, member m
     where m.name = 'Lies' limit 1`,
  )
  const visit = () => ({
    id: randomUUID(),
    receivedAt: new Date().toISOString(),
    deskId: place.desk,
    clientKind: 'woman',
    status: 'newcomer',
    nationality: 'SY',
    contactLanguage: 'ara',
    requests: [{ id: randomUUID(), theme: 'housing', actions: ['explain_letter'], outcome: 'answered' }],
  })
  const bare = () => ({ ...visit(), guide: place.guide, organization: place.organization })
  let [best, ours] = [none, none]
  for (let round = 0; round < 3; round++) {
    best = faster(best, await measureWrites(`${raw.url}/register`, {}, bare, many))
    ours = faster(ours, await measureWrites(`${app.url}/api/v1/visits`, { cookie }, visit, many))
  }
  const shown = ({ rate, p99 }: typeof none) => `${whole(rate)}; ${whole(p99)}`
  say(
    `| register over HTTP, signed in, 16 at a time (visits/s; p99 ms) | ${shown(best)} | ${shown(ours)} | ${(ours.rate / best.rate).toFixed(2)} | ≥ 0.4 × raw |`,
  )
}

const none = { p50: 0, p99: 0, rate: 0 }
const faster = (one: typeof none, other: typeof none) => (other.rate > one.rate ? other : one)

/** 250 kbit/s and 300 ms to and fro: a tablet at the edge of the network. */
const slowNetwork = { offline: false, latency: 300, downloadThroughput: 31_250, uploadThroughput: 31_250 }

async function measureRecord({ app, say }: DeskMeasured): Promise<void> {
  const browser = await chromium.launch(await findChromium())
  const context = await browser.newContext({ baseURL: app.url, locale: 'nl-BE' })
  const page = await openDesk(context)
  await record(page)
  const began = performance.now()
  const taps = await record(page)
  const took = performance.now() - began
  say(
    `| the record of a conversation, by taps (taps; ms of the machine) | – | ${taps}; ${whole(took)} | – | ≤ 8 taps |`,
  )
  say(`| saved and ready for the next (ms) | – | ${whole(await median(page))} | – | ≤ 100 |`)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', slowNetwork)
  say(`| the same at 250 kbit/s and 300 ms (ms) | – | ${whole(await median(page))} | – | ≤ 200 |`)
  await browser.close()
}

async function openDesk(context: BrowserContext): Promise<Page> {
  const entered = await context.request.post('/api/auth/sign-in/email', { data: coordinator })
  if (entered.status() !== 204) throw new Error(`sign-in answered ${entered.status()}`)
  const page = await context.newPage()
  await page.goto('/desk')
  return page
}

const groups = ['Voor wie?', 'Statuut', 'Nationaliteit', 'Contacttaal', 'Thema']

/** One choice of each, without saving; how many taps that were. */
async function fill(page: Page): Promise<number> {
  for (const name of groups)
    await page.getByRole('group', { name, exact: true }).getByRole('radio').first().click()
  await page.getByRole('group', { name: 'Wat deed je?' }).getByRole('checkbox').first().click()
  await page.getByRole('group', { name: 'Resultaat' }).getByRole('radio').first().click()
  return groups.length + 2
}

async function record(page: Page): Promise<number> {
  const taps = await fill(page)
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await page.getByText(/^Bewaard \d\d:\d\d$/).waitFor()
  return taps + 1
}

/** From the press of the button until the form is empty again and says that it is saved, in milliseconds; of five. */
async function median(page: Page): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < 5; turn++) {
    await fill(page)
    times.push(await page.evaluate<number>(pressAndWait))
  }
  return times.toSorted((a, b) => a - b)[2] ?? Number.NaN
}

const pressAndWait = `new Promise((resolve) => {
  const began = performance.now()
  document.querySelector('.visit-form button[type=submit]').click()
  const look = () => {
    const isReady = document.querySelector('.visit-form input:checked') === null
      && /Bewaard/.test(document.querySelector('.visit-saved').textContent)
    if (isReady) resolve(performance.now() - began)
    else requestAnimationFrame(look)
  }
  look()
})`
