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

/** Turn by turn, so that both meet the same moods of the machine; the best of five rounds of each. */
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
  for (let round = 0; round < 5; round++) {
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
  const ways = [
    { way: 'by taps (taps', work: record, target: '≤ 8 taps' },
    { way: 'with a button of her own (taps', work: recordByButton, target: '≤ 6 taps' },
    { way: 'by keyboard (keys', work: recordByKeys, target: '≤ 20 keys' },
  ]
  for (const { way, work, target } of ways) {
    const began = performance.now()
    const count = await work(page)
    const took = performance.now() - began
    say(
      `| the record of a conversation, ${way}; ms of the machine) | – | ${count}; ${whole(took)} | – | ${target} |`,
    )
  }
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
  await keepButton(context)
  const page = await context.newPage()
  await page.goto('/desk')
  return page
}

const person = ['Voor wie?', 'Statuut', 'Nationaliteit', 'Contacttaal']
const groups = [...person, 'Thema']
const ownButton = 'Brief'

async function keepButton({ request }: BrowserContext): Promise<void> {
  const choices = { theme: 'paperwork', subTheme: null, actions: ['explain_letter'], outcome: 'answered' }
  const items = [{ id: randomUUID(), name: ownButton, ...choices, whoDidIt: 'not_asked' }]
  const kept = await request.put('/api/v1/own-buttons', { data: { items }, headers: { 'if-match': '"0"' } })
  if (kept.status() !== 200) throw new Error(`the button answered ${kept.status()}`)
}

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
  await untilSaved(page)
  return taps + 1
}

async function recordByButton(page: Page): Promise<number> {
  for (const name of person)
    await page.getByRole('group', { name, exact: true }).getByRole('radio').first().click()
  const buttons = page.getByRole('region', { name: 'Mijn knoppen' })
  await buttons.getByRole('button', { name: ownButton, exact: true }).click()
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await untilSaved(page)
  return person.length + 2
}

/** After the last one was saved the first question has the keyboard: a number chooses and mostly goes on, Enter goes on. */
async function recordByKeys(page: Page): Promise<number> {
  let keys = 0
  const press = async (key: string) => {
    await page.keyboard.press(key)
    // The next question has the keyboard once the page shows it.
    await page.evaluate('new Promise(requestAnimationFrame)')
    keys++
  }
  for (const name of [...groups, 'Wat deed je?', 'Resultaat']) {
    const focused = page.getByRole('group', { name, exact: true }).locator(':focus')
    while ((await focused.count()) === 0 && keys < mostKeys) await press('Enter')
    await press('1')
  }
  await press('Control+Enter')
  await untilSaved(page)
  return keys
}

const mostKeys = 60

// because: the page forbids to evaluate what Playwright would write into it, so the page itself waits
const untilSaved = (page: Page) =>
  page.evaluate(`new Promise((resolve) => {
    const look = () => (${isEmptyAndSaved} ? resolve(null) : requestAnimationFrame(look))
    look()
  })`)

const isEmptyAndSaved = `document.querySelector('.visit-form input:checked') === null
  && /Bewaard/.test(document.querySelector('.visit-saved').textContent)`

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
    if (${isEmptyAndSaved}) resolve(performance.now() - began)
    else requestAnimationFrame(look)
  }
  look()
})`
