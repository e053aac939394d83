import { expect, type Page, signInAs, test } from './journey.ts'

// The administrator finds somebody among many. Whoever a journey changes is as before at its end.

const rows = (page: Page) => page.getByRole('table', { name: 'De leden van deze stad' }).getByRole('row')
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })
const box = (page: Page) => page.getByRole('searchbox', { name: 'Zoek iemand' })

/** Gives a member another name, and says which it had. */
async function rename(page: Page, from: string, to: string): Promise<void> {
  const { items } = await (
    await page.request.get(`/api/v1/members?${new URLSearchParams({ q: from })}`)
  ).json()
  const { id, version } = items.find(({ name }: { name: string }) => name === from)
  const headers = { 'if-match': `"${version}"` }
  const answer = await page.request.patch(`/api/v1/members/${id}`, { data: { name: to }, headers })
  expect(answer.status()).toBe(200)
}

test('one box finds a member by name or role, the address keeps it, and Escape empties it', async ({
  page,
}) => {
  await signInAs(page, 'Beheerder', '/manage/members')
  await expect(page.getByRole('heading', { name: /^\d+ leden$/ })).toBeVisible()
  const everybody = await rows(page).count()
  await box(page).fill('COORDINATOR')
  await expect(page.getByRole('heading', { name: '1 persoon gevonden' })).toBeVisible()
  await expect(rowOf(page, 'Lies')).toBeVisible()
  await expect(page).toHaveURL(/q=COORDINATOR/)
  await page.goBack()
  await expect(rows(page)).toHaveCount(everybody)
  await expect(box(page)).toHaveValue('')
  await page.goForward()
  await expect(box(page)).toHaveValue('COORDINATOR')
  await box(page).press('Escape')
  await expect(rows(page)).toHaveCount(everybody)
  await expect(page).toHaveURL('/manage/members')
  await page.getByLabel('Rol', { exact: true }).selectOption('DPO (bewaakt de privacy)')
  await expect(page.getByRole('heading', { name: '1 persoon gevonden' })).toBeVisible()
  await expect(page).toHaveURL(/role=dpo/)
})

test('who is nowhere is said so, with what to do and the way back to everybody', async ({ page }) => {
  await signInAs(page, 'Beheerder', '/manage/members?q=niemandmetdezenaam')
  await expect(page.getByRole('heading', { name: 'Niemand gevonden' })).toBeVisible()
  await expect(page.getByText('Typ een stuk van de naam')).toBeVisible()
  await page.getByRole('button', { name: 'Iedereen tonen' }).click()
  await expect(page.getByRole('heading', { name: /^\d+ leden$/ })).toBeVisible()
  await expect(box(page)).toHaveValue('')
})

test('who was invited is found too, and each part has its own link with how many there are', async ({
  page,
}) => {
  await signInAs(page, 'Beheerder', '/manage/members')
  const parts = page.getByRole('navigation', { name: 'Onderdelen' })
  await expect(parts.getByRole('link', { name: /^Uitnodigingen 0$/ })).toBeVisible()
  await page.getByRole('button', { name: 'Iemand uitnodigen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mailadres').fill('yusuf@kortrijk.example.org')
  await dialog.getByLabel('Naam').fill('Yüsuf')
  await dialog.getByLabel('Toeleider', { exact: true }).check()
  await dialog.getByLabel('Organisatie').selectOption('Onthaal De Leiebrug')
  await dialog.getByRole('button', { name: 'Uitnodigen' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(parts.getByRole('link', { name: /^Uitnodigingen 1$/ })).toBeVisible()
  await box(page).fill('yusuf')
  await expect(page.getByRole('heading', { name: 'Uitgenodigd, nog niet aangemeld' })).toBeVisible()
  await expect(rowOf(page, 'Yüsuf')).toContainText('Mail verstuurd')
  await box(page).press('Escape')
  await page.getByLabel('Toestand', { exact: true }).selectOption('Uitgenodigd')
  await expect(page.getByRole('heading', { name: '1 persoon gevonden' })).toBeVisible()
  await page.getByRole('button', { name: 'De uitnodiging van Yüsuf intrekken' }).click()
  await expect(page.getByRole('heading', { name: 'Niemand gevonden' })).toBeVisible()
  await parts.getByRole('link', { name: /^Organisaties/ }).click()
  await expect(page.getByRole('heading', { name: 'Organisaties' })).toBeVisible()
  await expect(page).toHaveURL('/manage/members?part=organizations')
})

test('an Arabic name stands apart from the words around it, in lists, questions and announcements', async ({
  page,
}) => {
  await signInAs(page, 'Beheerder', '/manage/members')
  await rename(page, 'Bart', 'أمينة الحسن 2')
  await box(page).fill('امينة')
  const row = rowOf(page, 'أمينة')
  await expect(row).toBeVisible()
  await expect(row.locator('bdi').first()).toHaveText('أمينة الحسن 2')
  await row.getByRole('button', { name: /uitschakelen$/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading')).toHaveText('\u2068أمينة الحسن 2\u2069 uitschakelen?')
  // What comes after the name stands after it: the number of the name does not join the words beside it.
  await dialog.getByRole('button', { name: 'Uitschakelen' }).click()
  await expect(page.getByText('\u2068أمينة الحسن 2\u2069 is uitgeschakeld.')).toBeVisible()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(page.getByText('kan weer aanmelden')).toBeVisible()
  await rename(page, 'أمينة الحسن 2', 'Bart')
})

test('without an answer those who are here stay, with the way to ask again', async ({ page, faults }) => {
  await signInAs(page, 'Beheerder', '/manage/members')
  await page.getByRole('button', { name: 'Bart uitschakelen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Uitschakelen' }).click()
  await expect(rowOf(page, 'Bart')).toContainText('Uitgeschakeld')
  const lost = /\/api\/v1\/members(\?|$)/
  await page.route(lost, (route) => route.abort())
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  const sentence = page.getByText('Brugwijzer antwoordt niet.')
  await expect(sentence).toBeVisible()
  await expect(rowOf(page, 'Lies')).toBeVisible()
  await page.unroute(lost)
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
  await expect(rowOf(page, 'Bart')).toContainText('Kan aanmelden')
  await expect(sentence).toHaveCount(0)
  expect(faults.filter((fault) => !/ERR_FAILED|Failed to fetch/.test(fault))).toEqual([])
  faults.length = 0
})
