import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test'
import { type DemoTown, openDemoTown } from './town.ts'

export { expect, type Page }

interface Watch {
  /** What went wrong without anybody looking: errors on the console, in scripts, against the content policy. */
  readonly faults: string[]
}

/**
 * A journey through the demo town. It fails on every fault, whatever else it looks at.
 *
 * Journeys share a town and leave it as they found it. A file whose journeys cannot, because somebody leaves for good
 * or a report is frozen, has a town of its own by `test.use({ townOf: 'what it is about' })`.
 */
export const test = base.extend<Watch, { town: DemoTown; townOf: string }>({
  townOf: ['everybody', { scope: 'worker', option: true }],
  town: [
    async ({ townOf: _ }, use) => {
      const town = await openDemoTown()
      await use(town)
      await town.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ town }, use) => use(town.address),
  faults: [
    async ({ page }, use) => {
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
      page.on('console', (message) => {
        if (message.type() === 'error' && !isExpected(message)) faults.push(`console: ${message.text()}`)
      })
      await page.addInitScript(reportPolicy)
      await use(faults)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

const reportPolicy = `document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
  console.error('content policy', violatedDirective, blockedURI, sample))`

/** The browser notes every refusal of the server; what a rule refuses is an answer like another. */
const isExpected = (message: ConsoleMessage): boolean =>
  /status of (401|409|412|422|429)/.test(message.text())

const roles = {
  Toeleider: 'guide',
  Coach: 'coach',
  Coördinator: 'coordinator',
  DPO: 'dpo',
  Beleidsmedewerker: 'policy_officer',
  Beheerder: 'admin',
  Werkgever: 'employer',
} as const
export type DemoRole = keyof typeof roles

/** What the demo's button of a role asks of the server. Pressing it is for the journeys about signing in. */
export async function enterAs(page: Page, role: DemoRole): Promise<void> {
  const answer = await page.request.post('/api/auth/sign-in/demo', { data: { role: roles[role] } })
  expect(answer.status()).toBe(204)
}

/** Opens a page as somebody of the demo town; {newest} in the address stands for the newest request. */
export async function signInAs(page: Page, role: DemoRole, path = '/'): Promise<void> {
  // What was open asks on as somebody else would, and is refused.
  if (page.url() !== 'about:blank') await page.goto('about:blank')
  await enterAs(page, role)
  await page.goto(await addressOf(page, path))
  await expect(page.getByRole('button', { name: 'Jouw account' })).toBeVisible()
}

/** From now on whoever sits here works by keyboard, and the page knows. */
export async function takeKeyboard(page: Page): Promise<void> {
  const coming = page.waitForResponse(/\/kept-focus-/)
  await page.keyboard.press('Shift')
  await (await coming).finished()
}

/** The address with the newest request in the place of {newest}, for whoever is signed in. */
export async function addressOf(page: Page, path: string): Promise<string> {
  if (!path.includes('{newest}')) return path
  const { items } = await (await page.request.get('/api/v1/requests?limit=1')).json()
  return path.replace('{newest}', items[0].id)
}

export const demoReport = '/reports?from=2015-12-01&to=2016-07-31'
