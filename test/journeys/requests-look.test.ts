import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, signInAs, test } from './journey.ts'
import { menuOf, totalOf } from './request-list.ts'

// What opens over the list is for everybody too. Axe reads what is open, not the fifty rows behind it.

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function findFaults(page: Page, part: string) {
  const found: unknown[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).include(part).withTags(rules).analyze()
    found.push(...violations.map(({ id, nodes }) => [part, colorScheme, id, nodes[0]?.html]))
  }
  return found
}

for (const width of [360, 820, 1280])
  test(`at ${width} pixels everybody can use the filters and what opens over the list`, async ({ page }) => {
    test.slow()
    await page.setViewportSize({ width, height: 800 })
    await signInAs(page, 'Coördinator')
    await page.goto('/requests?theme=housing')
    await expect(totalOf(page, '109 hulpvragen')).toBeVisible()
    if (width === 360) await page.getByRole('button', { name: /^Periode en filters/ }).click()
    await menuOf(page, 'Deelthema').click()
    await expect(page.getByRole('group', { name: 'Deelthema' }).getByRole('checkbox').first()).toBeVisible()
    expect(await findFaults(page, '.filter-row')).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Weergave/ }).click()
    expect(await findFaults(page, '.request-finding')).toEqual([])
    await page.keyboard.press('Escape')
    expect(await findFaults(page, '.filter-chips')).toEqual([])
    for (const tool of ['Kolommen', 'Afdrukken', 'Exporteren', 'Sneltoetsen']) {
      await page.getByRole('button', { name: tool, exact: true }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect([tool, ...(await findFaults(page, 'dialog'))]).toEqual([tool])
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  })
