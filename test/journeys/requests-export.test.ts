import { readFile } from 'node:fs/promises'
import { expect, signInAs, test } from './journey.ts'
import { filterOn, totalOf } from './request-list.ts'

test('the coordinator takes exactly the filtered rows as a file, with a reason', async ({ page }) => {
  await signInAs(page, 'Coördinator')
  await filterOn(page, 'Thema', 'Wonen')
  await expect(totalOf(page, '109 hulpvragen')).toBeVisible()
  await page.getByRole('button', { name: 'Exporteren' }).click()
  const dialog = page.getByRole('dialog', { name: 'Hulpvragen exporteren' })
  await expect(dialog.getByText('Het bestand krijgt 109 rijen')).toBeVisible()
  await dialog.getByText('CSV').click()
  await dialog.getByRole('button', { name: 'Maak het bestand' }).click()
  await expect(dialog.getByText('minstens 10 tekens')).toBeVisible()
  await dialog.getByRole('textbox').fill('Voor het overleg over wonen met de stad')
  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Maak het bestand' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/^hulpvragen-kortrijk-20\d\d-\d\d-\d\d\.csv$/)
  const text = await readFile(await file.path(), 'utf8')
  const lines = text.trim().split(/\r?\n/)
  expect(lines).toHaveLength(110)
  expect(lines[0]).toContain('Thema')
  expect(text).not.toContain('Toeleider A')
  expect(lines.slice(1).every((line) => line.includes('Wonen'))).toBe(true)
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('is bewaard bij je downloads.')).toBeVisible()
})

test('hour, guide and neighbourhood are in the file only when somebody ticks them', async ({ page }) => {
  await signInAs(page, 'Coördinator')
  await filterOn(page, 'Thema', 'Wonen')
  await page.getByRole('button', { name: 'Exporteren' }).click()
  const dialog = page.getByRole('dialog', { name: 'Hulpvragen exporteren' })
  await dialog.getByText('CSV').click()
  await dialog.getByRole('checkbox', { name: 'De toeleider' }).check()
  await expect(dialog.getByText('Schrijf ook waarom je de extra kolommen nodig hebt.')).toBeVisible()
  await dialog.getByRole('textbox').fill('Nakijken of de namen van twee collega’s verwisseld zijn')
  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Maak het bestand' }).click()
  const text = await readFile(await (await coming).path(), 'utf8')
  expect(text).toMatch(/Toeleider [AB]/)
})

test('when the file does not come, the dialog says so and keeps what was filled in', async ({
  page,
  faults,
}) => {
  await signInAs(page, 'Coördinator')
  await page.getByRole('button', { name: 'Exporteren' }).click()
  const dialog = page.getByRole('dialog', { name: 'Hulpvragen exporteren' })
  const reason = dialog.getByRole('textbox')
  await reason.fill('Voor het jaarverslag van de stad')
  await page.route('**/api/v1/requests/exports*', (route) => route.abort())
  await dialog.getByRole('button', { name: 'Maak het bestand' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Het bestand is niet gemaakt')
  await expect(reason).toHaveValue('Voor het jaarverslag van de stad')
  await page.unroute('**/api/v1/requests/exports*')
  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Maak het bestand' }).click()
  expect((await coming).suggestedFilename()).toMatch(/\.xlsx$/)
  expect(faults.every((fault) => fault.includes('ERR_FAILED'))).toBe(true)
  faults.length = 0
})
