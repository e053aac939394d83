import { demoReport, expect, signInAs, test } from './journey.ts'

test('the coordinator signs in with one button, sees the menu of her role and signs out', async ({
  page,
}) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Coördinator' }).click()
  await expect(page).toHaveURL('/requests')
  const menu = page.getByRole('navigation', { name: 'Menu' })
  await expect(menu.getByRole('link')).toHaveText(['Vandaag', 'Hulpvragen', 'Rapporten', 'Beheer'])
  await expect(menu.getByRole('link', { name: 'Hulpvragen' })).toHaveAttribute('aria-current', 'page')

  await page.getByRole('button', { name: 'Jouw account' }).click()
  await page.getByRole('button', { name: 'Afmelden' }).click()
  await expect(page).toHaveURL('/sign-in')
  await expect(page.getByRole('heading', { name: 'Aanmelden' })).toBeVisible()
  await page.goto('/requests')
  await expect(page).toHaveURL('/sign-in?next=%2Frequests')
})

test('a wrong password is refused in plain words, and after too many tries it says how long to wait', async ({
  page,
}) => {
  await page.goto('/sign-in')
  const alert = page.getByRole('alert')
  await page.getByLabel('E-mailadres').fill('niemand@oostdijk.example')
  for (const expected of [...Array(5).fill('horen niet bij elkaar'), 'te veel pogingen']) {
    await page.getByLabel('Wachtwoord').fill('een fout wachtwoord')
    const answered = page.waitForResponse('**/api/auth/sign-in/email')
    await page.getByRole('button', { name: 'Aanmelden', exact: true }).click()
    await answered
    await expect(alert).toContainText(expected)
  }
  await expect(alert).toContainText('15 min')
})

test('who was signed out meanwhile comes back to the same report', async ({ page, context }) => {
  await signInAs(page, 'Coördinator', demoReport)
  await expect(page.getByRole('heading', { name: 'Hulpvragen per maand' })).toBeVisible()
  await context.clearCookies()
  await page.getByText('Kwartaal').click()
  await expect(page.getByRole('heading', { name: 'Aanmelden' })).toBeVisible()
  await expect(page.getByText('Je was afgemeld')).toBeVisible()
  await page.getByRole('button', { name: 'Coördinator' }).click()
  await expect(page).toHaveURL(/\/reports\?from=2016-07-01&to=2016-09-30/)
  await expect(page.getByRole('radio', { name: 'Kwartaal' })).toBeChecked()
})

test('a role without a page yet finds an honest word and no menu', async ({ page }) => {
  await signInAs(page, 'Werkgever')
  await expect(page).toHaveURL('/')
  await expect(page.getByText('Voor jouw rol staat hier nog niets klaar')).toBeVisible()
  await expect(page.getByText('Als werkgever vind je hier uren')).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
})

test('a guide who opens the address of the reports is told why they stay closed', async ({ page }) => {
  await signInAs(page, 'Toeleider', demoReport)
  await expect(page.getByText('alleen voor de coördinator')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Rapporten' })).toHaveCount(0)
})

test('an address that does not exist says so and leads back', async ({ page }) => {
  await signInAs(page, 'Toeleider', '/bestaat-niet')
  await expect(page.getByRole('heading', { name: 'Deze pagina bestaat niet' })).toBeVisible()
  await page.getByRole('link', { name: 'Naar het begin' }).click()
  await expect(page).toHaveURL('/desk')
})

test('an address that leads elsewhere after signing in leads nowhere', async ({ page }) => {
  await page.goto('/sign-in?next=https://elsewhere.invalid/x')
  await page.getByRole('button', { name: 'Coördinator' }).click()
  await page.getByRole('heading', { name: 'Hulpvragen', level: 1 }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/requests')
})

test('whoever signs out leaves no way back for the next person', async ({ page }) => {
  await signInAs(page, 'Coördinator')
  await page.getByRole('link', { name: 'Rapporten' }).click()
  await page.getByRole('heading', { name: 'Hulpvragen per maand' }).waitFor()
  await page.getByRole('button', { name: /Jouw account/ }).click()
  await page.getByRole('button', { name: 'Afmelden' }).click()
  await page.getByRole('heading', { name: 'Aanmelden', level: 1 }).waitFor()
  expect(new URL(page.url()).search).toBe('')
})

test('what is missing or no mail address is said beside the field, in the language of the page', async ({
  page,
}) => {
  await page.goto('/sign-in')
  const [email, secret] = [page.getByLabel('E-mailadres'), page.getByLabel('Wachtwoord')]
  const submit = page.getByRole('button', { name: 'Aanmelden', exact: true })
  await submit.click()
  await expect(email).toHaveAccessibleDescription('Vul dit in.')
  await expect(secret).toHaveAccessibleDescription('Vul dit in.')
  await expect(email).toBeFocused()
  await email.fill('lies')
  await expect(email).toHaveAccessibleDescription('')
  await secret.fill('een lange zin van Lies')
  await submit.click()
  await expect(email).toHaveAccessibleDescription(/Dit is geen volledig e-mailadres/)
  await page.getByRole('radio', { name: 'Français' }).click({ force: true })
  await expect(page.getByLabel('Adresse e-mail')).toHaveAccessibleDescription(/n’est pas complète/)
})
