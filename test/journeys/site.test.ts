import { findBarriers, overflowOf } from './everybody.ts'
import { enterAs, expect, type Page, test } from './journey.ts'

// What the city published, for everybody: as somebody who lives there opens it on a telephone or prints it.

/** The address of a report that the demo town published; published at the first asking. */
async function openPublished(page: Page, language = 'nl'): Promise<string> {
  await enterAs(page, 'Coördinator')
  const all = await (await page.request.get('/api/v1/publications')).json()
  const standing = all.items.find((one: { withdrawn: unknown }) => one.withdrawn === null)
  const { id } = standing ?? (await publish(page))
  await page.context().clearCookies()
  const path = `/kortrijk/${language}/rapporten/${id}`
  await page.goto(path)
  return path
}

async function publish(page: Page) {
  const id = '01a0b3c4-0000-7000-8000-000000000001'
  await page.request.post('/api/v1/snapshots', { data: { id, from: '2015-12-01', to: '2016-07-31' } })
  const answer = await page.request.put(`/api/v1/snapshots/${id}/publication`, {
    data: { audience: 'everybody' },
    timeout: 60_000,
  })
  return answer.json()
}

for (const language of ['nl', 'fr'] as const)
  test(`everybody can use the published report and the list in ${language}, light and dark, narrow and wide`, async ({
    page,
    context,
  }) => {
    test.slow()
    const path = await openPublished(page, language)
    for (const address of [path, `/kortrijk/${language}/rapporten`]) {
      await page.goto(address)
      for (const table of await page.locator('summary').all()) await table.click()
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        expect([address, width, await overflowOf(page)]).toEqual([address, width, 0])
        expect([address, width, ...(await findBarriers(page))]).toEqual([address, width])
      }
    }
    expect(await context.cookies()).toEqual([])
  })

test('somebody comes from the list to the report, skips to it by keyboard, opens a table and changes the language', async ({
  page,
}) => {
  await openPublished(page)
  await page.goto('/kortrijk/nl/rapporten')
  await page.getByRole('link', { name: '1 december 2015 tot en met 31 juli 2016' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hulpvragen in Kortrijk')
  await expect(page.getByRole('definition').first()).toHaveText('866')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  const chapter = page.getByRole('region', { name: '4 Hulpvragen' })
  await expect(chapter.getByRole('img', { name: /^Hulpvragen per maand/ })).toBeVisible()
  await chapter.getByText('Tabel: Hulpvragen per maand').click()
  await expect(chapter.getByRole('table', { name: 'Hulpvragen per maand' }).getByRole('row')).toHaveCount(9)
  await page.getByRole('navigation', { name: 'Taal' }).getByRole('link', { name: 'Français' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demandes d’aide à Kortrijk')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
})

test('the figures come as a file, and paper has every table and no button', async ({ page }) => {
  await openPublished(page)
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Cijfers als CSV' }).click()
  expect((await coming).suggestedFilename()).toBe('brugwijzer-kortrijk-2015-12-01-2016-07-31-nl.csv')
  const charts = await page.getByRole('figure').count()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('details table').filter({ visible: true })).toHaveCount(charts)
  await expect(page.locator('nav, summary, .button').filter({ visible: true })).toHaveCount(0)
})

test('the coordinator goes from the frozen report to what everybody reads', async ({ page }) => {
  const path = await openPublished(page)
  await enterAs(page, 'Coördinator')
  const { items } = await (await page.request.get('/api/v1/publications')).json()
  await page.goto(`/reports/frozen/${items[0].snapshotId}`)
  await page.getByRole('link', { name: 'Openbare pagina' }).click()
  await expect(page).toHaveURL(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hulpvragen in Kortrijk')
})
