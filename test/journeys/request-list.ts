import { expect, type Page } from '@playwright/test'

/** What journeys through the list Hulpvragen do again and again. */
export const totalOf = (page: Page, words: string | RegExp) => page.getByRole('heading', { name: words })

export const rowsOf = (page: Page) => page.getByRole('table').getByRole('row')

/** The button of a filter, whatever it says of how many are on. */
export const menuOf = (page: Page, field: string) =>
  page.getByRole('button', { name: new RegExp(`^${RegExp.escape(field)}( \\d+ gekozen)?$`) })

/** Opens a filter, ticks values and closes it again. */
export async function filterOn(page: Page, field: string, ...values: string[]): Promise<void> {
  await menuOf(page, field).click()
  const panel = page.getByRole('group', { name: field, exact: true })
  for (const value of values) {
    // On its words, as people do: the whole line is the target.
    await panel.getByText(value, { exact: true }).click()
    await expect(panel.getByRole('checkbox', { name: value, exact: true })).toBeChecked()
  }
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
}

/** What a filter offers to tick. */
export async function choicesOf(page: Page, field: string): Promise<string[]> {
  await menuOf(page, field).click()
  const panel = page.getByRole('group', { name: field, exact: true })
  await expect(panel.getByRole('checkbox').first()).toBeVisible()
  const names = await panel.locator('label').allTextContents()
  await page.keyboard.press('Escape')
  return names
}
