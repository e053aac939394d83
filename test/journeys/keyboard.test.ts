import { expect, type Page, test } from './journey.ts'

/** Tab until the wanted stop has the focus; a stop that Tab never reaches fails. */
async function tabTo(page: Page, role: 'button' | 'link' | 'radio' | 'combobox', name: string | RegExp) {
  const wanted = page.getByRole(role, { name }).first()
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press('Tab')
    if (await wanted.and(page.locator(':focus')).count()) return wanted
  }
  throw new Error(`Tab never reached ${role} ${name}`)
}

test('the coordinator works with the keyboard alone, from signing in to signing out', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { name: 'Aanmelden' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused()
  await tabTo(page, 'button', /^Coördinator/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '866 hulpvragen' })).toBeVisible()

  await tabTo(page, 'link', 'Rapporten')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Rapporten', exact: true })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()

  await tabTo(page, 'radio', 'December tot juli')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('radio', { name: 'Jaar', exact: true })).toBeChecked()
  await expect(page).toHaveURL('/reports?from=2016-01-01&to=2016-12-31')
  await expect(page.locator('.report[aria-busy="false"]')).toBeVisible()

  await expect(page.getByRole('button', { name: 'Toon de tabel' }).first()).toBeVisible()
  const table = await tabTo(page, 'button', 'Toon de tabel')
  await page.keyboard.press('Space')
  await expect(table).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('table').first()).toBeVisible()

  await page.goto('/requests')
  await expect(page.getByRole('heading', { name: '866 hulpvragen' })).toBeVisible()
  const account = await tabTo(page, 'button', /^Jouw account/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Afmelden' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(account).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, 'button', 'Afmelden')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Aanmelden' })).toBeVisible()
})

test('whatever has the focus shows it', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { name: 'Aanmelden' })).toBeVisible()
  const ringless: string[] = []
  for (let step = 0; step < 18; step++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<{ name: string; ring: string }>(`(() => {
      const at = document.activeElement
      return { name: at.outerHTML.slice(0, 80), ring: getComputedStyle(at).outlineStyle }
    })()`)
    if (stop.ring === 'none') ringless.push(stop.name)
  }
  expect(ringless.filter((name) => !name.startsWith('<body'))).toEqual([])
})
