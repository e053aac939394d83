import type { Page } from '@playwright/test'
import { findBarriers, overflowOf } from './everybody.ts'
import { expect, signInAs, test } from './journey.ts'

const dialog = (page: Page) => page.getByRole('dialog')

test.use({ townOf: 'publication' })

test('a frozen report is looked at as everybody will see it, published, and withdrawn with a reason', async ({
  page,
}) => {
  await signInAs(page, 'Coördinator', '/reports?from=2016-01-01&to=2016-02-29')
  await page.getByRole('button', { name: 'Vastleggen' }).click()
  await expect(dialog(page).getByText('4 Hulpvragen')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Vastleggen' }).click()
  await expect(page.getByText('Dit rapport is nog niet gepubliceerd.')).toBeVisible()
  const statuses = page.getByRole('region', { name: 'Hulpvragen per statuut' })

  await page.getByText('Iedereen', { exact: true }).click()
  await expect(page.getByText(/^Aantallen van 1 tot en met 4 tonen we niet/)).toBeVisible({ timeout: 30_000 })
  await expect(page).toHaveURL(/audience=everybody/)
  const nationalities = page.getByRole('region', { name: 'Hulpvragen per nationaliteit' })
  await nationalities.getByRole('button', { name: 'Toon de tabel' }).click()
  const numbers = await nationalities.getByRole('row').locator('td:nth-child(2)').allTextContents()
  expect(numbers.length).toBeGreaterThan(2)
  for (const number of numbers) expect(Number(number)).toBeGreaterThanOrEqual(5)
  await expect(statuses).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await overflowOf(page)).toBe(0)

  await page.getByRole('button', { name: 'Publiceren' }).click()
  await dialog(page).getByRole('button', { name: 'Publiceren' }).dblclick()
  await expect(page.getByText(/^Gepubliceerd op /)).toBeVisible({ timeout: 30_000 })

  await page.getByRole('button', { name: 'Intrekken' }).click()
  await dialog(page).getByRole('button', { name: 'Intrekken' }).click()
  await expect(dialog(page).getByText('Schrijf in een paar woorden waarom.')).toBeVisible()
  await dialog(page).getByRole('textbox', { name: 'Waarom?' }).fill('Februari telde dubbel.')
  await dialog(page).getByRole('button', { name: 'Intrekken' }).click()
  await expect(page.getByText(/^Ingetrokken op .*: Februari telde dubbel\.$/)).toBeVisible()
  await page.getByRole('link', { name: 'Naar de cijfers van vandaag' }).click()
  await expect(page.getByText('ingetrokken', { exact: true })).toBeVisible()
})
