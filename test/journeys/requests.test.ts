import { expect, signInAs, test } from './journey.ts'
import { choicesOf, filterOn, rowsOf, totalOf } from './request-list.ts'

test('the coordinator reads the newest requests first and asks for more', async ({ page }) => {
  await signInAs(page, 'Coördinator')
  await expect(totalOf(page, '866 hulpvragen')).toBeVisible()
  const rows = rowsOf(page)
  await expect(rows).toHaveCount(51)
  await expect(rows.nth(1)).toContainText('29/07/2016')
  await expect(page.getByText('Je ziet er 50 van 866.')).toBeVisible()
  await page.getByRole('button', { name: 'Meer tonen' }).press('Enter')
  await expect(page.getByText(/^Je ziet er (1|2)\d0 van 866\.$/)).toBeVisible()
  expect(await rows.count()).toBeGreaterThan(100)
  const days = await page
    .getByRole('table')
    .getByText(/^\d\d\/\d\d\/20\d\d$/)
    .allTextContents()
  const written = days.map((day) => day.split('/').reverse().join('-'))
  expect(written.length).toBeGreaterThan(99)
  expect(written).toEqual([...written].sort().reverse())
})

test('whoever scrolls finds more rows ready, down to the last', async ({ page }) => {
  await signInAs(page, 'Coördinator', '/requests?from=2016-06-01&to=2016-07-31')
  await expect(totalOf(page, /hulpvragen$/)).toBeVisible()
  const total = Number(
    await totalOf(page, /hulpvragen$/)
      .textContent()
      .then((words) => words?.split(' ')[0]),
  )
  expect(total).toBeGreaterThan(150)
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(rowsOf(page)).toHaveCount(total + 1, { timeout: 500 })
  }).toPass()
  await expect(page.getByText('Je ziet ze allemaal.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Meer tonen' })).toHaveCount(0)
})

test('the filter on period and theme stands in the address and survives a reload', async ({ page }) => {
  await signInAs(page, 'Coördinator')
  await page.getByText('December tot juli').click()
  await filterOn(page, 'Thema', 'Wonen')
  await expect(page).toHaveURL('/requests?from=2015-12-01&to=2016-07-31&theme=housing')
  await expect(totalOf(page, '109 hulpvragen')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Wis filter Thema: Wonen' })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'December tot juli' })).toBeChecked()
  await expect(totalOf(page, '109 hulpvragen')).toBeVisible()

  await page.getByText('Halfjaar').click()
  await page.getByText('Juli tot december').click()
  await expect(page).toHaveURL('/requests?from=2016-07-01&to=2016-12-31&theme=housing')
  await page.getByRole('combobox', { name: 'Jaar' }).selectOption('2020')
  await expect(totalOf(page, 'Geen hulpvragen gevonden')).toBeVisible()
  await page.getByRole('button', { name: 'Toon alles' }).click()
  await expect(totalOf(page, '866 hulpvragen')).toBeVisible()
  await expect(page).toHaveURL('/requests')
})

test('days are typed as Flemish people write them', async ({ page }) => {
  await signInAs(page, 'Coördinator', '/requests?from=2016-02-03&to=2016-03-04')
  const from = page.getByRole('group', { name: 'Van' })
  await expect(from).toHaveText('03/02/2016')
  await from.getByRole('spinbutton').first().click()
  await page.keyboard.type('15')
  await expect(page).toHaveURL('/requests?from=2016-02-15&to=2016-03-04')
  await page.getByRole('group', { name: 'Tot en met' }).getByRole('spinbutton').nth(1).click()
  await page.keyboard.type('01')
  await expect(page.getByRole('alert')).toContainText('De eerste dag ligt na de laatste dag')
  await expect(page).toHaveURL('/requests?from=2016-02-15&to=2016-03-04')
})

test('a sensitive code is no choice, and no filter when somebody writes it in the address', async ({
  page,
}) => {
  await signInAs(page, 'Coördinator')
  const offered = [
    ...(await choicesOf(page, 'Thema')),
    ...(await choicesOf(page, 'Deelthema')),
    ...(await choicesOf(page, 'Statuut')),
  ]
  expect(offered).toContain('Wonen')
  expect(offered).toContain('nieuwkomer')
  const { items } = await (await page.request.get('/api/v1/code-lists')).json()
  const sensitive: { list: string; code: string; sensitive: boolean; labels: { nl: string } }[] =
    items.filter((item: { sensitive: boolean }) => item.sensitive)
  expect(sensitive.length).toBeGreaterThan(4)
  for (const { labels } of sensitive) expect(offered).not.toContain(labels.nl)

  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  for (const { list, code } of sensitive) {
    const fields = list === 'theme' ? ['theme', 'subTheme'] : ['status']
    await page.goto(`/requests?${fields.map((field) => `${field}=${code}`).join('&')}`)
    await expect(totalOf(page, '866 hulpvragen')).toBeVisible()
    await expect(page.getByRole('list', { name: 'Filters die aan staan' })).toHaveCount(0)
  }
  const filtered = /[?&](theme|subTheme|status)=/
  expect(asked.filter((url) => url.includes('/api/') && filtered.test(url))).toEqual([])
})

test('a guide sees the requests of her own organisation, and takes no file out of the house', async ({
  page,
}) => {
  await signInAs(page, 'Toeleider', '/requests')
  await expect(totalOf(page, /^\d+ hulpvragen$/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Kolommen' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Exporteren' })).toHaveCount(0)
})

test('when the server does not answer, the list says so and tries again', async ({ page, faults }) => {
  await signInAs(page, 'Coördinator')
  await expect(totalOf(page, '866 hulpvragen')).toBeVisible()
  await page.route('**/api/v1/requests?*', (route) => route.abort())
  await filterOn(page, 'Thema', 'Werk')
  await expect(page.getByRole('alert')).toContainText('Brugwijzer antwoordt niet', { timeout: 10_000 })
  await page.unroute('**/api/v1/requests?*')
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
  await expect(totalOf(page, '83 hulpvragen')).toBeVisible()
  // The browser notes each broken connection; that is what this journey made.
  expect(faults.every((fault) => fault.includes('ERR_FAILED'))).toBe(true)
  faults.length = 0
})

test('a list that was read before is asked anew when somebody comes back to it', async ({ page }) => {
  await signInAs(page, 'Coördinator')
  await expect(totalOf(page, '866 hulpvragen')).toBeVisible()
  await page.getByRole('link', { name: 'Rapporten' }).click()
  await expect(page.getByRole('heading', { name: 'Rapporten', exact: true })).toBeVisible()
  const asked = page.waitForRequest(/\/api\/v1\/requests\?limit=50$/)
  await page.getByRole('link', { name: 'Hulpvragen' }).click()
  await asked
  await expect(totalOf(page, '866 hulpvragen')).toBeVisible()
})
