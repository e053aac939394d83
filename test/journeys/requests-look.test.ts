import { findBarriers, overflowOf } from './everybody.ts'
import { expect, signInAs, test } from './journey.ts'
import { menuOf, totalOf } from './request-list.ts'

// What opens over the list is for everybody too. Axe reads what is open, not the fifty rows behind it.

for (const width of [360, 820, 1280])
  test(`at ${width} pixels everybody can use the filters and what opens over the list`, async ({ page }) => {
    test.slow()
    await page.setViewportSize({ width, height: 800 })
    await signInAs(page, 'Coördinator', '/requests?theme=housing')
    await expect(totalOf(page, '109 hulpvragen')).toBeVisible()
    if (width === 360) await page.getByRole('button', { name: /^Periode en filters/ }).click()
    await menuOf(page, 'Deelthema').click()
    await expect(page.getByRole('group', { name: 'Deelthema' }).getByRole('checkbox').first()).toBeVisible()
    expect(await findBarriers(page, '.filter-row')).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Weergave/ }).click()
    expect(await findBarriers(page, '.request-finding')).toEqual([])
    await page.keyboard.press('Escape')
    expect(await findBarriers(page, '.filter-chips')).toEqual([])
    // Paper waits for its rows, so that what says so stands still.
    await page.route(/requests\?.*limit=200/, () => undefined)
    for (const tool of ['Kolommen', 'Afdrukken', 'Exporteren', 'Sneltoetsen']) {
      await page.getByRole('button', { name: tool, exact: true }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect([tool, ...(await findBarriers(page, 'dialog'))]).toEqual([tool])
      expect(await overflowOf(page)).toBe(0)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  })
