import { demoReport, expect, signInAs, test } from './journey.ts'

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
  await expect(page.getByText('Op dit papier staan de eerste 50 van 192 hulpvragen.')).toBeVisible()
  await expect(page.getByText('Je ziet er 50 van 192.')).toBeHidden()
  await expect(page.locator('button, nav, select, input').filter({ visible: true })).toHaveCount(0)
})

test('before it prints a part of the list, it offers to load the rest', async ({ page }) => {
  await page.addInitScript('window.print = () => { window.printed = (window.printed ?? 0) + 1 }')
  await signInAs(page, 'Coördinator', '/requests?from=2015-12-01&to=2016-07-31&theme=housing,work')
  await expect(page.getByRole('heading', { name: '192 hulpvragen' })).toBeVisible()
  await page.getByRole('button', { name: 'Afdrukken' }).click()
  const question = page.getByRole('dialog', { name: 'Hoeveel wil je afdrukken?' })
  await expect(question).toContainText('Nu zijn er 50 van de 192 hulpvragen geladen.')
  await question.getByRole('button', { name: 'Laad en druk 192 af' }).click()
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(193)
  await expect(question).toHaveCount(0)
  await expect.poll(() => page.evaluate('window.printed')).toBe(1)
  await page.getByRole('button', { name: 'Afdrukken' }).click()
  await expect.poll(() => page.evaluate('window.printed')).toBe(2)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Op dit papier staan')).toHaveCount(0)
})
