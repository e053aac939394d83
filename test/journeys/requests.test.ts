import { expect, signInAs, test } from './journey.ts'

test('the coordinator reads the newest requests first and asks for more', async ({ page }) => {
  await signInAs(page, 'Coördinator')
  await expect(page.getByRole('heading', { name: '866 hulpvragen' })).toBeVisible()
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows).toHaveCount(51)
  await expect(rows.nth(1)).toContainText('29/07/2016')
  await page.getByRole('button', { name: 'Meer tonen' }).click()
  await expect(rows).toHaveCount(101)
  await expect(page.getByText('Je ziet er 100 van 866.')).toBeVisible()
  const days = await page
    .getByRole('table')
    .getByText(/^\d\d\/\d\d\/20\d\d$/)
    .allTextContents()
  const written = days.map((day) => day.split('/').reverse().join('-'))
  expect(written).toEqual([...written].sort().reverse())
})

test('the filter on period and theme stands in the address and survives a reload', async ({ page }) => {
  await signInAs(page, 'Coördinator')
  await page.getByText('December tot juli').click()
  await page.getByLabel('Thema').selectOption('Wonen')
  await expect(page).toHaveURL('/requests?from=2015-12-01&to=2016-07-31&theme=housing')
  await expect(page.getByRole('heading', { name: '109 hulpvragen' })).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Thema')).toHaveValue('housing')
  await expect(page.getByRole('radio', { name: 'December tot juli' })).toBeChecked()
  await expect(page.getByRole('heading', { name: '109 hulpvragen' })).toBeVisible()

  await page.getByText('Halfjaar').click()
  await page.getByText('Juli tot december').click()
  await expect(page).toHaveURL('/requests?from=2016-07-01&to=2016-12-31&theme=housing')
  await page.getByRole('combobox', { name: 'Jaar' }).selectOption('2020')
  await expect(page.getByRole('heading', { name: 'Geen hulpvragen gevonden' })).toBeVisible()
  await page.getByRole('button', { name: 'Toon alles' }).click()
  await expect(page.getByRole('heading', { name: '866 hulpvragen' })).toBeVisible()
})

test('days are typed as Flemish people write them', async ({ page }) => {
  await signInAs(page, 'Coördinator')
  await page.goto('/requests?from=2016-02-03&to=2016-03-04')
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
  await expect(page.getByLabel('Thema').getByRole('option', { name: 'Wonen' })).toBeAttached()
  const options = await page.getByLabel('Thema').getByRole('option').all()
  const offered = await Promise.all(options.map((option) => option.getAttribute('value')))
  expect(offered).toContain('legal')
  const { items } = await (await page.request.get('/api/v1/code-lists')).json()
  const sensitive = items.filter((item: { sensitive: boolean }) => item.sensitive)
  expect(sensitive.length).toBeGreaterThan(4)
  for (const { code } of sensitive) expect(offered).not.toContain(code)

  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`/requests?theme=${sensitive[1].code}`)
  await expect(page.getByRole('heading', { name: '866 hulpvragen' })).toBeVisible()
  expect(asked.filter((url) => url.includes('/api/') && url.includes('theme='))).toEqual([])
})

test('a guide sees the requests of her own organisation', async ({ page }) => {
  await signInAs(page, 'Toeleider')
  await expect(page.getByRole('heading', { name: /^\d+ hulpvragen$/ })).toBeVisible()
})

test('when the server does not answer, the list says so and tries again', async ({ page, faults }) => {
  await signInAs(page, 'Coördinator')
  await page.route('**/api/v1/requests?*', (route) => route.abort())
  await page.getByLabel('Thema').selectOption('Werk')
  await expect(page.getByRole('alert')).toContainText('Brugwijzer antwoordt niet', { timeout: 10_000 })
  await page.unroute('**/api/v1/requests?*')
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
  await expect(page.getByRole('heading', { name: '83 hulpvragen' })).toBeVisible()
  // The browser notes each broken connection; that is what this journey made.
  expect(faults.every((fault) => fault.includes('ERR_FAILED'))).toBe(true)
  faults.length = 0
})
