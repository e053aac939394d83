import { expect, type Page } from './journey.ts'

export const menu = (page: Page) => page.getByRole('button', { name: 'Jouw account' })

/** Signs somebody of the demo town in, and gives them a code on this device. */
export async function setPin(page: Page, role: 'guide' | 'bridge_figure', code: string): Promise<void> {
  await page.request.post('/api/auth/sign-in/demo', { data: { role } })
  await page.goto('/desk')
  await menu(page).click()
  await page.getByRole('button', { name: 'Pincode op dit toestel' }).click()
  await page.getByLabel('Pincode', { exact: true }).fill(code)
  await page.getByLabel('Nog eens dezelfde pincode').fill(code)
  await page.getByRole('dialog').getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByText('Je pincode werkt nu op dit toestel.')).toBeVisible()
}

export async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Pincode van').fill(code)
  await page.getByRole('button', { name: 'Verder', exact: true }).click()
}

/** The tenth one wipes what this device keeps of whose code it is. */
export async function giveNineWrongCodes(page: Page): Promise<void> {
  for (let left = 9; left > 0; left--) {
    await giveCode(page, '000000')
    await expect(page.getByText(`nog ${left} keer`)).toBeVisible()
  }
}
