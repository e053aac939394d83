import { randomUUID } from 'node:crypto'
import type { Page, Response } from '@playwright/test'
import { addressOf, demoReport, enterAs, expect, test } from './journey.ts'

// Somebody at a busy desk opens a page on a tablet that has never seen it: what the app itself weighs on the wire,
// compressed, without the font and without the answers about people.

// A report is frozen here.
test.use({ townOf: 'the first load' })

const budget = 150_000

const pages = [
  { role: undefined, path: '/sign-in', ready: 'Kijk rond in de demo' },
  { role: 'Werkgever', path: '/', ready: 'Wat hier komt' },
  { role: 'Beleidsmedewerker', path: '/reports', ready: 'Nog geen rapporten' },
  { role: 'DPO', path: '/manage/privacy', ready: 'Privacy' },
  { role: 'Toeleider', path: '/desk', ready: 'Hulpvraag noteren' },
  { role: 'Toeleider', path: '/today', ready: 'Te doen' },
  { role: 'Coördinator', path: '/requests', ready: '866 hulpvragen' },
  { role: 'Coördinator', path: '/requests/{newest}', ready: 'Geschiedenis' },
  { role: 'Coach', path: '/coaching', ready: 'Te bespreken' },
  { role: 'Coördinator', path: '/manage/imports', ready: 'Wat werd ingelezen' },
  { role: 'Beheerder', path: '/manage/members', ready: /leden$/ },
  { role: undefined, path: '/forgotten-password', ready: 'Wachtwoord vergeten' },
  { role: 'Coördinator', path: demoReport, ready: 'Wie stelde de vraag' },
  { role: 'Coördinator', path: demoReport.replace('?', '/making?'), ready: 'Rapport maken' },
  { role: 'Coördinator', path: '/reports/frozen/{frozen}', ready: 'Vastgelegd rapport' },
  { role: 'Coördinator', path: '/reports/projects', ready: 'Toeleiders in diversiteit' },
  { role: 'Coördinator', path: '/manage/codes', ready: 'Thema' },
  { role: 'Coördinator', path: '/manage/places?month=2016-03', ready: 'maart 2016' },
] as const

for (const { role, path, ready } of pages)
  test(`the first load of ${path} weighs at most 150 kB`, async ({ page }, { annotations }) => {
    if (role) await enterAs(page, role)
    const weights = await weigh(page, await frozenAddressOf(page, await addressOf(page, path)), ready)
    annotations.push({ type: 'bytes on the wire', description: JSON.stringify(weights) })
    expect(weights.app).toBeGreaterThan(50_000)
    expect(weights.app).toBeLessThanOrEqual(budget)
    expect(weights.font).toBeGreaterThan(10_000)
    expect(weights.font).toBeLessThanOrEqual(40_000)
  })

/** The address with a report that was frozen just now in the place of {frozen}. */
async function frozenAddressOf(page: Page, path: string): Promise<string> {
  if (!path.includes('{frozen}')) return path
  const id = randomUUID()
  await page.request.post('/api/v1/snapshots', { data: { id, from: '2015-12-01', to: '2016-07-31' } })
  return path.replace('{frozen}', id)
}

/** Bytes of the bodies as they travelled, by kind. */
async function weigh(page: Page, path: string, ready: string | RegExp) {
  const answers: Response[] = []
  page.on('response', (response) => answers.push(response))
  await page.goto(path, { waitUntil: 'networkidle' })
  await expect(page.getByRole('heading', { name: ready })).toBeVisible()
  const weights = { app: 0, font: 0, data: 0, requests: answers.length }
  for (const answer of answers) {
    const { responseBodySize } = await answer.request().sizes()
    weights[kindOf(answer)] += responseBodySize
  }
  return weights
}

function kindOf(answer: Response): 'app' | 'font' | 'data' {
  if (answer.url().includes('/api/')) return 'data'
  return answer.request().resourceType() === 'font' ? 'font' : 'app'
}
