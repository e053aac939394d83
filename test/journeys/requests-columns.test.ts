import { expect, type Page, signInAs, test } from './journey.ts'
import { rowsOf } from './request-list.ts'

const headings = (page: Page) => page.getByRole('columnheader')
const usual = ['Wanneer', 'Vraag', 'Voor wie', 'Wat deed je?', 'Resultaat', 'Loket']

const ticked = (page: Page) => page.getByRole('dialog').getByRole('checkbox', { checked: true })

/** These columns and no others. */
async function choose(page: Page, ...columns: string[]) {
  await page.getByRole('button', { name: 'Kolommen' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  while ((await ticked(page).count()) > 0) await ticked(page).first().uncheck()
  for (const column of columns) await dialog.getByRole('checkbox', { name: column, exact: true }).check()
  return dialog
}

test('a coach chooses columns and their order with the keyboard; they are there at the next visit', async ({
  page,
}) => {
  await signInAs(page, 'Coach')
  await expect(headings(page)).toHaveText(usual)
  const dialog = await choose(page, 'Datum', 'Loket', 'Nationaliteit', 'Wat hield tegen?')
  await expect(dialog.getByRole('checkbox', { name: /minuten/i })).toHaveCount(0)
  const later = dialog.getByRole('button', { name: 'Loket naar achteren' })
  await later.press('Enter')
  await expect(later).toBeFocused()
  await expect(dialog.getByText('Loket staat nu op plaats 3 van 4.')).toBeAttached()
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  const chosen = ['Datum', 'Nationaliteit', 'Loket', 'Wat hield tegen?']
  await expect(headings(page)).toHaveText(chosen)
  await page.reload()
  await expect(headings(page)).toHaveText(chosen)

  await page.getByRole('button', { name: 'Kolommen' }).click()
  await dialog.getByRole('checkbox', { name: 'Datum', exact: true }).uncheck()
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(headings(page)).toHaveText(chosen.slice(1))
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(headings(page)).toHaveText(chosen)
  await page.getByRole('button', { name: 'Kolommen' }).click()
  await dialog.getByRole('button', { name: 'Zoals eerst' }).click()
  await expect(ticked(page)).toHaveCount(13)
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(headings(page)).toHaveText(usual)
})

test('choosing begins at what the list shows, and one more comes behind it', async ({ page }) => {
  await signInAs(page, 'Coach')
  await page.getByRole('button', { name: 'Kolommen' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('deze gegevens samen in zes kolommen')).toBeVisible()
  await expect(ticked(page)).toHaveCount(13)
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(headings(page)).toHaveText(usual)
  await page.getByRole('button', { name: 'Kolommen' }).click()
  await dialog.getByRole('checkbox', { name: 'Tip voor collega’s' }).check()
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(headings(page)).toHaveCount(14)
  await expect(headings(page).first()).toHaveText('Datum')
  await expect(headings(page).last()).toHaveText('Tip voor collega’s')
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(headings(page)).toHaveText(usual)
})

test('many columns scroll inside their frame with the first in sight, and are cards on a phone', async ({
  page,
}) => {
  await signInAs(page, 'Coach')
  const dialog = await choose(page)
  for (const box of await dialog.getByRole('checkbox').all()) await box.check()
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(headings(page)).toHaveCount(24)
  const frame = page.getByRole('region', { name: 'Hulpvragen, de nieuwste eerst' })
  const first = rowsOf(page).nth(1).getByRole('link')
  const before = await first.boundingBox()
  await frame.focus()
  await frame.press('End')
  await page.evaluate("document.querySelector('.data-table-frame').scrollTo({ left: 900 })")
  expect((await first.boundingBox())?.x).toBe(before?.x)
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)

  // On paper nothing may hang over the edge: A4 is 794 wide, less its margins.
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 670, height: 1000 })
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  for (const name of ['Resultaat', 'Organisatie', 'Tip voor collega’s']) {
    const box = await rowsOf(page).nth(1).getByText(name, { exact: true }).boundingBox()
    expect(box && box.x + box.width).toBeLessThanOrEqual(670)
  }
  await page.emulateMedia({ media: 'screen' })

  await page.setViewportSize({ width: 360, height: 800 })
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  await expect(rowsOf(page).nth(1).getByText('Wijk of deelgemeente')).toBeVisible()
  await page.getByRole('button', { name: 'Kolommen' }).click()
  await dialog.getByRole('button', { name: 'Zoals eerst' }).click()
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(dialog).toHaveCount(0)
})

test('columns that the server does not take are put back, and it says so', async ({ page, faults }) => {
  await signInAs(page, 'Coach')
  await page.route('**/api/v1/request-columns', (route) => route.abort())
  const dialog = await choose(page, 'Datum', 'Thema')
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByText('Brugwijzer antwoordt niet.')).toBeVisible()
  await expect(headings(page)).toHaveText(usual)
  expect(faults.every((fault) => fault.includes('ERR_FAILED'))).toBe(true)
  faults.length = 0
})
