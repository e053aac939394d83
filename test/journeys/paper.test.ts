import { demoReport, expect, signInAs, test } from './journey.ts'

test('a printed report has its figures and all its tables, says demo, and leaves the buttons out', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await signInAs(page, 'Coördinator')
  await page.goto(demoReport)
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
