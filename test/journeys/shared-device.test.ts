import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { giveCode, menu, setPin } from './pin.ts'

// Several people work on one device, in several tabs.
test.use({ townOf: 'a shared device' })

const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })
const locked = (page: Page) => page.getByRole('heading', { name: 'Vergrendeld' })

test('what is shown to the client lies over a lock, by whichever way it is left', async ({
  page,
  context,
}) => {
  await setPin(page, 'bridge_figure', '314159')
  await setPin(page, 'guide', '271828')
  await radio(page, 'Wonen').click()
  const back = page.getByRole('button', { name: 'Terug' })
  // Whoever was there is asked first, and goes on where they were.
  const open = async (tab: Page) => {
    await expect(tab.getByLabel('Pincode van Toeleider')).toBeFocused()
    await giveCode(tab, '271828')
    await expect(locked(tab)).toHaveCount(0)
  }
  const openElsewhere = async () => {
    const other = await context.newPage()
    await other.goto('/desk')
    await open(other)
    await back.click()
  }
  const clickBack = () => back.click()
  for (const leave of [clickBack, () => page.reload(), openElsewhere]) {
    await page.getByRole('button', { name: 'Toon aan de klant' }).click()
    await expect(back).toBeVisible()
    await expect(locked(page)).toHaveCount(0)
    await leave()
    await expect(locked(page)).toBeVisible()
    await expect(back).toHaveCount(0)
    await open(page)
    await expect(radio(page, 'Wonen')).toBeChecked()
    if (leave === clickBack)
      await expect(page.getByRole('button', { name: 'Toon aan de klant' })).toBeFocused()
  }
})

test('a colleague goes on in every tab, and what was begun there waits for who began it', async ({
  page,
  context,
}) => {
  await setPin(page, 'bridge_figure', '314159')
  await setPin(page, 'guide', '271828')
  const other = await context.newPage()
  await other.goto('/desk')
  await radio(other, 'Gezondheid').click()
  const change = async (code: string) => {
    await menu(page).click()
    await page.getByRole('button', { name: 'Wissel van collega' }).click()
    await giveCode(page, code)
  }
  await change('314159')
  for (const tab of [page, other]) await expect(menu(tab)).toContainText('Samira')
  await expect(radio(other, 'Gezondheid')).not.toBeChecked()
  await other.close()
  await change('271828')
  await expect(radio(page, 'Gezondheid')).toBeChecked()
})

test('what is touched in one tab keeps the others open; they lock and open together', async ({
  page,
  context,
}) => {
  await page.clock.install()
  await setPin(page, 'guide', '271828')
  const other = await context.newPage()
  await other.goto('/desk')
  const both = [page, other]
  await radio(other, 'Wonen').click()
  await page.clock.fastForward('04:00')
  await radio(page, 'Gezondheid').click()
  await page.clock.fastForward('04:00')
  for (const tab of both) await expect(radio(tab, 'Werk')).toBeVisible()
  await page.clock.fastForward('01:01')
  for (const tab of both) await expect(locked(tab)).toBeVisible()
  await giveCode(other, '271828')
  for (const tab of both) await expect(locked(tab)).toHaveCount(0)
  await expect(radio(page, 'Gezondheid')).toBeChecked()
  await expect(radio(other, 'Wonen')).toBeChecked()
})

test('a page that was closed and is opened long after is locked, where the browser is full too', async ({
  page,
}) => {
  await page.clock.install()
  await setPin(page, 'guide', '271828')
  await radio(page, 'Wonen').click()
  await page.clock.fastForward('02:00')
  await page.goto('about:blank')
  await page.clock.fastForward('03:00:00')
  await page.goto('/desk')
  await expect(locked(page)).toBeVisible()
  await giveCode(page, '271828')
  await expect(locked(page)).toHaveCount(0)
  await page.evaluate(fillStorage)
  await page.clock.fastForward('05:01')
  await expect(locked(page)).toBeVisible()
})

const fillStorage = `{
  let piece = 'x'.repeat(1_000_000)
  for (let turn = 0; piece; turn++)
    try { localStorage.setItem('full ' + turn, piece) } catch { piece = piece.slice(0, piece.length / 2) }
}`

test('the code goes in in two tabs at once', async ({ page, context }) => {
  await page.clock.install()
  await setPin(page, 'guide', '271828')
  const other = await context.newPage()
  await other.goto('/desk')
  await expect(radio(other, 'Wonen')).toBeVisible()
  await page.clock.fastForward('05:01')
  const both = [page, other]
  for (const tab of both) await tab.getByLabel('Pincode van').fill('271828')
  // Whoever is first takes the form of the other away.
  await Promise.all(both.map((tab) => tab.evaluate(`document.querySelector('.pin-form')?.requestSubmit()`)))
  for (const tab of both) await expect(radio(tab, 'Wonen')).toBeVisible()
  const { status } = await page.evaluate<{ status: number }>(
    `fetch('/api/v1/session').then(({ status }) => ({ status }))`,
  )
  expect(status).toBe(200)
})
