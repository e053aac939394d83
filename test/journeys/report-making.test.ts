import { findBarriers, overflowOf } from './everybody.ts'
import { expect, type Page, signInAs, test } from './journey.ts'

const making = '/reports/making?from=2015-12-01&to=2016-07-31'
const pages = (page: Page) => page.getByRole('region', { name: 'Bladzijden' })
const chapters = (page: Page) => page.getByRole('region', { name: 'Hoofdstukken' })

test('the report stands there as it is printed, and the list of chapters leads through it', async ({
  page,
}) => {
  await signInAs(page, 'Coördinator', '/reports?from=2015-12-01&to=2016-07-31')
  await page.getByRole('link', { name: 'Rapport maken' }).click()
  await expect(page).toHaveURL(/\/reports\/making\?from=2015-12-01&to=2016-07-31/)
  const first = pages(page).getByRole('img', { name: /^Bladzijde 1 van \d+/ })
  await expect(first).toHaveJSProperty('complete', true)
  await expect(first).not.toHaveJSProperty('naturalWidth', 0)
  const chapter = chapters(page).getByRole('button').last()
  await expect(chapter).not.toHaveAttribute('aria-current')
  await chapter.focus()
  await page.keyboard.press('Enter')
  await expect(chapter).toHaveAttribute('aria-pressed', 'true')
  await expect(
    pages(page)
      .getByRole('img', { name: /13 Bijlagen/ })
      .first(),
  ).toBeInViewport()
  await expect(first).not.toBeInViewport()
  await expect(chapters(page).locator('[aria-current]')).toHaveCount(1)
})

test('the public’s eyes see at once what disappears, by day, in the dark and on a telephone', async ({
  page,
}) => {
  await signInAs(page, 'Coördinator', making)
  await expect(chapters(page).getByRole('button').first()).toBeVisible()
  await page.getByText('Publiek', { exact: true }).click()
  await expect(page).toHaveURL(/audience=everybody/)
  await expect(
    chapters(page)
      .getByText(/getal(len)? verborgen/)
      .first(),
  ).toBeVisible({ timeout: 30_000 })
  expect(await findBarriers(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await overflowOf(page)).toBe(0)
  await expect(chapters(page)).toBeHidden()
  await page.getByText('Hoofdstukken', { exact: true }).click()
  await expect(pages(page)).toBeHidden()
  await chapters(page).getByRole('button').last().click()
  await expect(
    pages(page)
      .getByRole('img', { name: /13 Bijlagen/ })
      .first(),
  ).toBeInViewport()
})
