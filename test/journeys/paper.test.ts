import { demoReport, enterAs, expect, type Page, signInAs, test } from './journey.ts'

test('a printed report has its figures and all its tables, says demo, and leaves the buttons out', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await signInAs(page, 'Coördinator', demoReport)
  await expect(page.getByRole('heading', { name: 'Wie stelde de vraag' })).toBeVisible()
  const charts = await page.getByRole('figure').count()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Dit is een oefenstad')).toBeVisible()
  await expect(page.getByRole('definition').first()).toHaveText('866')
  await expect(page.locator('table').filter({ visible: true })).toHaveCount(charts)
  await expect(page.locator('button, nav, select, header > a').filter({ visible: true })).toHaveCount(0)
  // Paper is white, whatever the screen was.
  const ink = await page.evaluate<string>('getComputedStyle(document.documentElement).colorScheme')
  expect(ink).toBe('light')
})

test('the printed list of requests keeps its columns', async ({ page }) => {
  await signInAs(page, 'Coördinator')
  await expect(page.getByRole('heading', { name: '866 hulpvragen' })).toBeVisible()
  await page.setViewportSize({ width: 700, height: 1000 })
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('columnheader')).toHaveText([
    'Wanneer',
    'Vraag',
    'Voor wie',
    'Wat deed je?',
    'Resultaat',
    'Loket',
  ])
  await expect(page.getByRole('combobox')).toHaveCount(0)
})

test('the printed list says what the filter is, how many rows there are and that it is only a part', async ({
  page,
}) => {
  await signInAs(page, 'Coördinator', '/requests?from=2015-12-01&to=2016-07-31&theme=housing,work')
  await expect(page.getByRole('heading', { name: '192 hulpvragen' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Periode: 1 december 2015 tot en met 31 juli 2016')).toBeVisible()
  await expect(page.getByText('Thema: Wonen of Werk')).toBeVisible()
  await expect(page.getByText('Rijen 1–50 van 192. Druk af met de knop ‘Afdrukken’ voor meer.')).toBeVisible()
  await expect(page.getByText('Je ziet er 50 van 192.')).toBeHidden()
  await expect(page.locator('button, nav, select, input').filter({ visible: true })).toHaveCount(0)
})

/** Of which the list on the screen has loaded 50. */
const housingAndWork = '/requests?from=2015-12-01&to=2016-07-31&theme=housing,work'

test('paper has every row that matches, and the screen its own again', async ({ page }) => {
  await page.addInitScript('window.print = () => { window.printed = (window.printed ?? 0) + 1 }')
  await signInAs(page, 'Coördinator', housingAndWork)
  await expect(page.getByRole('heading', { name: '192 hulpvragen' })).toBeVisible()
  await page.getByRole('button', { name: 'Afdrukken' }).click()
  await expect.poll(() => page.evaluate('window.printed')).toBe(1)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(193)
  await expect(page.getByText('Rijen 1–')).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate("dispatchEvent(new Event('afterprint'))")
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(51)
})

test('of very many rows the first 2,000 come on paper, which says so; it can be stopped and tried again', async ({
  page,
  faults,
}) => {
  await page.addInitScript('window.print = () => { window.printed = (window.printed ?? 0) + 1 }')
  const { items } = await ofCoordinator(page, '/api/v1/requests?limit=200')
  const pages = Promise.withResolvers<void>()
  let asked = 0
  await page.route('**/api/v1/requests/count?*', (route) => route.fulfill({ json: { requests: 12_345 } }))
  await page.route(/requests\?.*limit=200/, async (route) => {
    const turn = asked++
    if (turn === 0) return route.abort()
    if (turn === 2) await pages.promise
    const rows = items.map((row: { id: string }) => ({ ...row, id: `${row.id}-${turn}` }))
    await route.fulfill({ json: { items: rows, next: `more-${turn}` } }).catch(() => undefined)
  })
  await signInAs(page, 'Coördinator', housingAndWork)
  await expect(page.getByRole('heading', { name: '12.345 hulpvragen' })).toBeVisible()
  await page.getByRole('button', { name: 'Afdrukken' }).click()
  const dialog = page.getByRole('dialog', { name: 'Afdrukken' })
  await expect(dialog.getByText('Rijen 1–2.000 van 12.345. Exporteer voor alles.')).toBeVisible()
  // What never arrived is asked once more; then it waits.
  await expect(dialog.getByText('200 van 2.000 rijen')).toBeVisible()
  await dialog.getByRole('button', { name: 'Annuleren' }).click()
  await expect(dialog).toHaveCount(0)
  pages.resolve()
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(51)
  expect(await page.evaluate('window.printed')).toBeUndefined()

  await page.getByRole('button', { name: 'Afdrukken' }).click()
  await expect.poll(() => page.evaluate('window.printed')).toBe(1)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2001)
  await expect(page.getByText('Rijen 1–2.000 van 12.345. Exporteer voor alles.')).toBeVisible()
  expect(faults.every((fault) => fault.includes('ERR_FAILED'))).toBe(true)
  faults.length = 0
})

async function ofCoordinator(page: Page, path: string) {
  await enterAs(page, 'Coördinator')
  return (await page.request.get(path)).json()
}
