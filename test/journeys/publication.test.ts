import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { findBarriers, overflowOf } from './everybody.ts'
import { expect, signInAs, test } from './journey.ts'

const dialog = (page: Page) => page.getByRole('dialog')

test.use({ townOf: 'publication' })

test('a frozen report is looked at as everybody will see it, shared with the council, opened to everybody and withdrawn', async ({
  page,
  town,
}) => {
  test.slow()
  await signInAs(page, 'Coördinator', '/reports?from=2016-01-01&to=2016-02-29')
  for (const title of ['Afscheid van Mieke', 'Langdurig zieke collega'])
    await page.request.put(`/api/v1/calendar/events/${randomUUID()}`, {
      data: { from: '2016-01-12', to: '2016-01-15', title },
    })
  await page.getByRole('button', { name: 'Vastleggen' }).click()
  await expect(dialog(page).getByText('4 Hulpvragen')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Vastleggen' }).click()
  await expect(page.getByText('Dit rapport is nog niet gepubliceerd.')).toBeVisible()
  const statuses = page.getByRole('region', { name: 'Hulpvragen per statuut' })

  await page.getByText('Publiek', { exact: true }).click()
  const chapters = page.getByRole('region', { name: 'Hoofdstukken' })
  await expect(chapters.getByText(/getal(len)? verborgen/).first()).toBeVisible({ timeout: 30_000 })
  await chapters.getByRole('button', { name: /Bijlagen/ }).click()
  const annex = page.getByRole('img', { name: /^Bladzijde \d+ van \d+: .*Bijlagen/ }).first()
  await expect(annex).toBeInViewport()
  await expect(annex).toHaveJSProperty('complete', true)
  await expect(annex).not.toHaveJSProperty('naturalWidth', 0)
  expect(await findBarriers(page)).toEqual([])
  await page.getByText('Cijfers en tabellen', { exact: true }).click()
  await expect(page).toHaveURL(/view=figures/)
  await expect(page.getByText(/^Aantallen van 1 tot en met 4 tonen we niet/)).toBeVisible()
  await expect(page).toHaveURL(/audience=everybody/)
  const nationalities = page.getByRole('region', { name: 'Hulpvragen per nationaliteit' })
  await nationalities.getByRole('button', { name: 'Toon de tabel' }).click()
  const numbers = await nationalities.getByRole('row').locator('td:nth-child(2)').allTextContents()
  expect(numbers.length).toBeGreaterThan(2)
  for (const number of numbers) expect(Number(number)).toBeGreaterThanOrEqual(5)
  await expect(statuses).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await overflowOf(page)).toBe(0)
  await page.getByText('Bladzijden', { exact: true }).click()
  await page.getByRole('button', { name: 'Hoofdstukken' }).click()
  await expect(page.getByRole('button', { name: /^4 Hulpvragen/ })).toBeVisible()
  expect(await overflowOf(page)).toBe(0)

  const frozen = page.url()
  await page.getByRole('button', { name: 'Publiceren' }).click()
  await expect(dialog(page).getByRole('radio', { name: 'Gemeenteraad' })).toBeChecked()
  await chooseEvents(page)
  await dialog(page).getByRole('button', { name: 'Publiceren' }).dblclick()
  await expect(page.getByText(/^Gedeeld met de gemeenteraad op /)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('link', { name: 'Openbare pagina' })).toHaveCount(0)

  await sendToCouncil(page)
  expect(town.mail.mails.map(({ to, files }) => [to, files.length])).toEqual([['raad@example.org', 2]])

  await signInAs(page, 'Beleidsmedewerker')
  await page.getByRole('link', { name: '1 januari 2016 tot en met 29 februari 2016' }).click()
  await expect(statuses).toBeVisible()
  await expect(page.getByText(/Minder mensen aan het onthaal$/)).toBeVisible()
  await expect(page.getByText(/Mieke|zieke collega/)).toHaveCount(0)
  await expect(page.getByText(/^Aantallen van 1 tot en met 4 tonen we niet/)).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  expect(await overflowOf(page)).toBe(0)

  await signInAs(page, 'Coördinator', new URL(frozen).pathname)
  await page.getByRole('button', { name: 'Openstellen voor iedereen' }).click()
  await dialog(page).getByRole('button', { name: 'Openstellen voor iedereen' }).click()
  await expect(page.getByText(/^Gepubliceerd voor iedereen op /)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Openbare pagina' })).toBeVisible()

  await page.getByRole('button', { name: 'Intrekken' }).click()
  await dialog(page).getByRole('button', { name: 'Intrekken' }).click()
  await expect(dialog(page).getByText('Schrijf in een paar woorden waarom.')).toBeVisible()
  await dialog(page).getByRole('textbox', { name: 'Waarom?' }).fill('Februari telde dubbel.')
  await dialog(page).getByRole('button', { name: 'Intrekken' }).click()
  await expect(page.getByText(/^Ingetrokken op .*: Februari telde dubbel\.$/)).toBeVisible()
  await page.getByRole('link', { name: 'Naar de cijfers van vandaag' }).click()
  await expect(page.getByText('ingetrokken', { exact: true })).toBeVisible()
})

/** One event is left out, the other said in other words. */
async function chooseEvents(page: Page): Promise<void> {
  await expect(dialog(page).getByText('Hier lijkt een naam van een persoon te staan.')).toBeVisible()
  await expect(dialog(page).getByText(/^Dit lijkt over ziekte/)).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  expect(await overflowOf(page)).toBe(0)
  await dialog(page)
    .getByRole('checkbox', { name: /Langdurig zieke collega$/ })
    .uncheck()
  const words = dialog(page).getByRole('textbox', { name: /^Woorden in het rapport/ })
  await words.fill('')
  await expect(dialog(page).getByRole('button', { name: 'Publiceren' })).toBeDisabled()
  await words.fill('Minder mensen aan het onthaal')
}

async function sendToCouncil(page: Page): Promise<void> {
  const mailing = page.getByRole('region', { name: 'Versturen per mail' })
  await mailing.getByRole('button', { name: 'Versturen' }).click()
  await dialog(page).getByText('Voor de gemeenteraad').click()
  const addresses = dialog(page).getByRole('textbox', { name: 'E-mailadressen' })
  const send = dialog(page).getByRole('button', { name: 'Versturen' })
  await addresses.fill('raad@example.org, jan@')
  await send.click()
  await expect(dialog(page).getByText('“jan@” is geen e-mailadres. Kijk het na.')).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  expect(await overflowOf(page)).toBe(0)
  await addresses.fill('raad@example.org\nniemand@refused.example.org')
  await dialog(page).getByText('PDF en Word').click()
  await dialog(page).getByRole('textbox', { name: 'Boodschap' }).fill('Voor de raad van dinsdag.')
  await send.dblclick()
  await expect(mailing.getByText('aanvaard door de mailserver')).toBeVisible({ timeout: 30_000 })
  await expect(mailing.getByText('De mailserver weigert dit adres.')).toBeVisible()
  await mailing.getByRole('button', { name: 'Opnieuw proberen' }).click()
  await expect(mailing.getByText('onderweg')).toHaveCount(0)
  await expect(mailing.getByText('De mailserver weigert dit adres.')).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  await mailing.getByRole('button', { name: 'Versturen' }).click()
  await dialog(page).getByText('Voor de gemeenteraad').click()
  await expect(addresses).toHaveValue('raad@example.org\nniemand@refused.example.org')
  await page.keyboard.press('Escape')
}
