import { demoReport, expect, signInAs, test } from './journey.ts'

test('Dutch, French and English are one press away, stay after a reload and reach the figures', async ({
  page,
}) => {
  await signInAs(page, 'Coördinator', demoReport)
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl')

  await page.getByText('FR', { exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Rapports', exact: true })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'FR, français' })).toBeChecked()
  await expect(page.getByText('Kortrijk, du 1er décembre 2015 au 31 juillet 2016')).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 }).filter({ hasText: 'Hulpvragen' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Télécharger en…' }).click()
  await expect(page.getByRole('link', { name: 'PDF' })).toHaveAttribute('href', /language=fr/)

  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page.getByRole('heading', { name: 'Rapports', exact: true })).toBeVisible()

  await page.getByText('EN', { exact: true }).click()
  await page.getByRole('link', { name: 'Help requests' }).click()
  await expect(page.getByRole('heading', { name: '866 help requests' })).toBeVisible()
  await expect(
    page
      .getByRole('table')
      .getByText(/answered/)
      .first(),
  ).toBeVisible()
})

test('a refusal of the server comes in the chosen language', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByText('FR', { exact: true }).click()
  await page.getByLabel('Adresse e-mail').fill('personne@westdijk.example')
  await page.getByLabel('Mot de passe').fill('un faux mot de passe')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('alert')).toContainText('mot de passe')
})
