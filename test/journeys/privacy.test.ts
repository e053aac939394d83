import { findBarriers, overflowOf } from './everybody.ts'
import { enterAs, expect, type Page, signInAs, test } from './journey.ts'

const reason = 'Voor het overleg over wonen met de stad'

/** The coordinator takes rows along; afterwards nobody is signed in. */
async function exportAsCoordinator(page: Page, query: string, closeColumns: readonly string[] = []) {
  await enterAs(page, 'Coördinator')
  const answer = await page.request.post(`/api/v1/requests/exports?${query}`, {
    data: { format: 'csv', language: 'nl', reason, closeColumns },
  })
  expect(answer.status()).toBe(200)
  await answer.body()
  await page.context().clearCookies()
}

const rows = (page: Page) => page.getByRole('table').getByRole('row')

test('the DPO sees at once who exported which help requests, with which columns and why', async ({
  page,
}) => {
  await exportAsCoordinator(page, 'theme=housing,work&from=2016-01-01&q=huur', ['hour', 'guide'])
  await signInAs(page, 'DPO')
  await expect(page).toHaveURL('/manage/privacy')
  await expect(page.getByRole('navigation').getByRole('link')).toHaveText(['Beheer', 'Privacy'])
  const newest = rows(page).nth(1)
  for (const words of [
    'Lies',
    'CSV',
    'Thema: Wonen of Werk',
    'Van: 1 januari 2016',
    'Uur',
    'Toeleider',
    reason,
  ])
    await expect(newest).toContainText(words)
  await expect(newest).toContainText('Ook gezocht met woorden')
  await expect(newest).not.toContainText('huur')
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    expect([width, await overflowOf(page)]).toEqual([width, 0])
    expect([width, ...(await findBarriers(page))]).toEqual([width])
  }
})

test('what the DPO prints has every column and no button', async ({ page }) => {
  await exportAsCoordinator(page, '')
  await signInAs(page, 'DPO', '/manage/privacy')
  await expect(rows(page).nth(1)).toContainText('Alle hulpvragen')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('columnheader')).toHaveText([
    'Wanneer',
    'Wie',
    'Bestand',
    'Welke hulpvragen',
    'Extra kolommen',
    'Waarom',
  ])
  await expect(page.locator('button, nav').filter({ visible: true })).toHaveCount(0)
})

test('where nothing was exported yet the DPO reads what will stand there', async ({ page }) => {
  await page.route('**/api/v1/request-exports*', (route) => route.fulfill({ json: { items: [] } }))
  await signInAs(page, 'DPO')
  await expect(page.getByRole('heading', { name: 'Er is nog niets geëxporteerd' })).toBeVisible()
})

test('of many exports the older ones come when they are asked for', async ({ page }) => {
  await exportAsCoordinator(page, 'theme=housing')
  const next = '01900000-0000-7000-8000-000000000000'
  await page.route('**/api/v1/request-exports', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ json: { items: (await answer.json()).items.slice(0, 1), next } })
  })
  await page.route(`**/api/v1/request-exports?cursor=${next}`, async (route) => {
    const { items } = await (await page.request.get('/api/v1/request-exports')).json()
    await route.fulfill({ json: { items: [{ ...items[0], id: next, by: 'Lies van vroeger' }] } })
  })
  await signInAs(page, 'DPO')
  await expect(rows(page)).toHaveCount(2)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Op dit papier staan de nieuwste 1')).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('button', { name: 'Meer tonen' }).click()
  await expect(rows(page).nth(2)).toContainText('Lies van vroeger')
  await expect(page.getByRole('button', { name: 'Meer tonen' })).toHaveCount(0)
})

test('a coordinator who opens the address is told that it is not theirs', async ({ page }) => {
  await signInAs(page, 'Coördinator', '/manage/privacy')
  await expect(page.getByText('Met jouw rol kan je dit niet beheren.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Privacy' })).toHaveCount(0)
})
