import { findBarriers } from './everybody.ts'
import { addressOf, type DemoRole, enterAs, expect, test } from './journey.ts'

/** Every page with data of its own, and who opens it. */
const pages: readonly (readonly [DemoRole, string])[] = [
  ['Coördinator', '/requests'],
  ['Coördinator', '/requests?status=newcomer&nationality=MA'],
  ['Coördinator', '/requests/{newest}'],
  ['Coördinator', '/reports?from=2015-12-01&to=2016-07-31'],
  ['Coördinator', '/manage/places'],
  ['Coördinator', '/manage/places?part=desks'],
  ['Coördinator', '/manage/places?part=closures'],
  ['Coördinator', '/manage/places?part=holidays'],
  ['Coördinator', '/manage/codes'],
  ['Coördinator', '/manage/imports'],
  ['Beheerder', '/manage/members'],
  ['DPO', '/manage/privacy'],
]

for (const [role, path] of pages)
  test(`${path} says once that Brugwijzer does not answer, and comes when it does again`, async ({
    page,
    faults,
  }) => {
    await enterAs(page, role)
    const address = await addressOf(page, path)
    const lost = /\/api\/v1\/(?!session|welcome)/
    await page.route(lost, (route) => route.abort())
    await page.goto(address)
    const sentence = page.getByText('Brugwijzer antwoordt niet.')
    await expect(sentence.first()).toBeVisible()
    await expect(page.getByText('Even geduld')).toHaveCount(0)
    await expect(sentence).toHaveCount(1)
    await page.unroute(lost)
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
    await expect(sentence).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Probeer opnieuw' })).toHaveCount(0)
    await expect(page.getByText('Even geduld')).toHaveCount(0)
    expect(faults.filter((fault) => !/ERR_FAILED|Failed to fetch/.test(fault))).toEqual([])
    faults.length = 0
  })

test('a part of the desk that does not come without a network says so, and takes nothing away', async ({
  page,
  context,
  faults,
}) => {
  await enterAs(page, 'Toeleider')
  await page.goto('/desk')
  const theme = page.getByRole('radio', { name: 'Wonen', exact: true })
  const known = page.waitForResponse(/\/visits\/insight/)
  await theme.click()
  await (await known).finished()
  await context.setOffline(true)
  const again = page.getByRole('button', { name: 'Probeer opnieuw' })
  await page.getByRole('button', { name: 'Groep' }).click()
  await expect(again).toBeVisible()
  await expect(theme).toBeChecked()
  await again.click()
  await expect(theme).toBeChecked()
  await context.setOffline(false)
  await again.click()
  await expect(again).toHaveCount(0)
  await expect(theme).toBeChecked()
  await page.getByRole('button', { name: 'Groep' }).click()
  await expect(page.getByRole('dialog', { name: 'Groepscontact' })).toBeVisible()
  expect(faults.splice(0).filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
})

test('where not even the frame can be made, the page has a heading and says what to do', async ({
  page,
  faults,
}) => {
  await page.route('**/api/v1/welcome', (route) => route.abort())
  await page.goto('/sign-in')
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText('Dat lukte niet')
  expect(await findBarriers(page)).toEqual([])
  await page.unroute('**/api/v1/welcome')
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
  await expect(page.getByRole('heading', { name: 'Kijk rond in de demo' })).toBeVisible()
  expect(faults.splice(0).filter((fault) => !/ERR_FAILED|Failed to fetch/.test(fault))).toEqual([])
})
