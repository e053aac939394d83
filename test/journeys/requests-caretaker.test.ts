import { overflowOf } from './everybody.ts'
import { enterAs, expect, type Page, signInAs, test } from './journey.ts'
import { filterOn, rowsOf, totalOf } from './request-list.ts'

test.use({ townOf: 'who leaves' })

/** Toeleider A leaves; Koen, the coach, takes over what was open. Answers how many that were. */
async function leaveToKoen(page: Page): Promise<number> {
  // A list that is still open would be asked anew, by somebody who may not see it.
  await page.goto('about:blank')
  await enterAs(page, 'Beheerder')
  const { items } = await (await page.request.get('/api/v1/members?limit=200')).json()
  const idOf = (name: string) => items.find((member: { name: string }) => member.name === name).id
  const answer = await page.request.put(`/api/v1/members/${idOf('Toeleider A')}/disabling`, {
    data: { successorId: idOf('Koen') },
  })
  return (await answer.json()).moved
}

const headings = (page: Page) => page.getByRole('columnheader')

test('what a guide left behind is found by whoever took it over, in the list and in the history', async ({
  page,
}) => {
  await signInAs(page, 'Coördinator')
  await expect(page.getByRole('button', { name: 'Toeleider', exact: true })).toBeVisible()
  // Nobody left yet: nothing to choose.
  await expect(page.getByRole('button', { name: 'Opgevolgd door' })).toHaveCount(0)
  const moved = await leaveToKoen(page)
  expect(moved).toBeGreaterThan(0)
  for (const role of ['Coördinator', 'Coach'] as const) {
    await signInAs(page, role)
    await filterOn(page, 'Opgevolgd door', 'Koen')
    await expect(page).toHaveURL(/caretaker=[0-9a-f-]{36}$/)
    await expect(totalOf(page, `${moved} hulpvragen`)).toBeVisible()
    await page.reload()
    await expect(page.getByRole('button', { name: 'Wis filter Opgevolgd door: Koen' })).toBeVisible()
    await page.getByRole('button', { name: 'Kolommen' }).click()
    await page.getByRole('dialog').getByRole('checkbox', { name: 'Opgevolgd door' }).check()
    await page.getByRole('dialog').getByRole('button', { name: 'Bewaren' }).click()
    await expect(headings(page).last()).toHaveText('Opgevolgd door')
    await expect(rowsOf(page).nth(1)).toContainText('Koen')
    await rowsOf(page).nth(1).getByRole('link').click()
    const history = page.getByRole('region', { name: 'Geschiedenis' })
    await expect(history).toContainText(/Opgevolgd door Koen sinds .+, omdat Toeleider A vertrok/)
    // The next journey finds the usual columns.
    await page.goto('/requests')
    await page.getByRole('button', { name: 'Kolommen' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Zoals eerst' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Bewaren' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})

test('a view keeps the filter on whoever took over', async ({ page }) => {
  await leaveToKoen(page)
  await signInAs(page, 'Coördinator')
  await filterOn(page, 'Opgevolgd door', 'Koen')
  await page.getByRole('button', { name: 'Weergaven' }).click()
  await page.getByRole('button', { name: 'Bewaar deze filters' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Naam' }).fill('Van Koen nu')
  await page.getByRole('dialog').getByRole('button', { name: 'Bewaren' }).click()
  await page.getByRole('button', { name: 'Toon alles' }).click()
  await page.getByRole('button', { name: 'Weergaven' }).click()
  await page.getByRole('button', { name: 'Van Koen nu', exact: true }).click()
  await expect(page).toHaveURL(/caretaker=/)
  await expect(page.getByRole('button', { name: 'Wis filter Opgevolgd door: Koen' })).toBeVisible()
  // The next journey finds the demo as it was.
  await page.getByRole('button', { name: 'Weergave: Van Koen nu' }).click()
  await page.getByRole('button', { name: 'Vergeet Van Koen nu' }).click()
  await expect(page.getByText('Weergave Van Koen nu is vergeten.')).toBeVisible()
})

test('a long name without a blank stays within the width of a phone', async ({ page }) => {
  await leaveToKoen(page)
  const search = new URLSearchParams({ q: 'Koen' })
  const { items } = await (await page.request.get(`/api/v1/members?${search}`)).json()
  const [{ id, version }] = items
  const renamed = await page.request.patch(`/api/v1/members/${id}`, {
    data: { name: 'Koen'.repeat(25) },
    headers: { 'if-match': `"${version}"` },
  })
  expect(renamed.status()).toBe(200)
  await page.setViewportSize({ width: 360, height: 800 })
  await signInAs(page, 'Coördinator', `/requests?caretaker=${id}`)
  await expect(page.getByRole('button', { name: /^Wis filter Opgevolgd door: Koen/ })).toBeVisible()
  expect(await overflowOf(page)).toBe(0)
})
