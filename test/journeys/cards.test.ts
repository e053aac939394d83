import { readFile } from 'node:fs/promises'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import encodeQr from 'qr'
import { readCardCode, writeCardCode } from '../../src/domain/client/card-code.ts'
import { findBarriers, overflowOf } from './everybody.ts'
import { expect, type Page, signInAs, test } from './journey.ts'

// Prints cards and notes help requests, so in a town of its own.
test.use({ townOf: 'the cards' })

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })

async function printSheet(page: Page): Promise<string[]> {
  await button(page, 'Nieuwe kaarten afdrukken').click()
  const coming = page.waitForEvent('download')
  await button(page, 'Blad maken').click()
  const bytes = await readFile(await (await coming).path())
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const { items } = await (await pdf.getPage(1)).getTextContent()
  await pdf.loadingTask.destroy()
  return items.flatMap((item) => ('str' in item ? (readCardCode(item.str) ?? []) : []))
}

/** Holds this text as a QR before the camera of the browser, whatever camera that is. */
const holdBefore = (page: Page, text: string) =>
  page.evaluate(`(() => {
    const rows = ${JSON.stringify(encodeQr(text, 'raw', { border: 4 }))}
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 640 })
    const paper = canvas.getContext('2d')
    const cell = Math.floor(640 / rows.length)
    setInterval(() => {
      paper.fillStyle = 'white'
      paper.fillRect(0, 0, 640, 640)
      paper.fillStyle = 'black'
      rows.forEach((row, y) => row.forEach((dark, x) => dark && paper.fillRect(x * cell, y * cell, cell, cell)))
    }, 50)
    Object.defineProperty(navigator.mediaDevices, 'getUserMedia', { value: async () => canvas.captureStream() })
  })()`)

test('a card from the printer is scanned, remembers without a name, shows what was asked, and stops for good', async ({
  page,
}) => {
  await signInAs(page, 'Toeleider', '/desk')
  await button(page, 'Wegwijskaart').click()
  const [first = '', second = ''] = await printSheet(page)
  await holdBefore(page, `https://onthaal.example.org/oostdijk/nl/kaart#${first}`)
  await button(page, 'Kaart scannen').click()
  await expect(page.getByRole('heading', { name: 'Dit is een nieuwe kaart' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Op de kaart staat' }).getByRole('listitem')).toHaveCount(3)
  await button(page, 'Voor één persoon').click()
  await expect(button(page, 'Wegwijskaart: één persoon')).toBeVisible()
  await expect(button(page, 'Kaart vervangen')).toBeVisible()
  // Nothing was asked before: that is no question.
  await expect(page.getByText('Vraag eerst')).toBeHidden()
  await note(page, 'Wonen')
  await button(page, 'Wegwijskaart').click()

  await page.getByLabel('Code van de kaart').fill(`${first.slice(0, -1)}?`)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Deze code klopt niet')).toBeVisible()
  await page.getByLabel('Code van de kaart').fill(writeCardCode(first).toLowerCase())
  await page.keyboard.press('Enter')
  await expect(page.getByText('Vraag eerst')).toBeVisible()
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await findBarriers(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  }
  await button(page, 'Ja, toon het').click()
  const before = page.getByRole('region', { name: 'Vroeger gevraagd' })
  await expect(before.getByRole('listitem')).toHaveText(/Wonen.*beantwoord/)
  const toDo = page.getByRole('region', { name: 'Nog te doen' })
  await expect(toDo.getByRole('listitem')).toHaveText(/formulier terugsturen.*Wonen/)
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  await toDo.getByRole('button', { name: 'Gedaan: formulier terugsturen' }).click()
  await expect(toDo).toBeHidden()

  await button(page, 'Ook wat andere organisaties noteerden').click()
  await radio(page, 'een maand').click()
  // Nobody noted a language, so none is answered beforehand.
  await expect(button(page, 'De persoon gaat akkoord')).toBeDisabled()
  await page.getByLabel('In welke taal vroeg je het?').selectOption('Arabisch')
  const asked = page.waitForRequest(/\/agreements\//)
  await button(page, 'De persoon gaat akkoord').click()
  expect((await asked).postDataJSON()).toEqual({ days: 31, language: 'ara' })
  await expect(button(page, 'Akkoord intrekken')).toBeVisible()

  await button(page, 'Kaart vervangen').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Code van de kaart').fill(second)
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('list', { name: 'Op de kaart staat' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Vervangen', exact: true }).click()
  await expect(page.getByText('De kaart is vervangen.')).toBeVisible()
  await button(page, 'Kaart stoppen').click()
  await dialog.getByRole('button', { name: 'Kaart stoppen' }).press('Enter')
  await expect(page.getByText('De kaart is gestopt.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Wegwijskaart' })).toBeFocused()
  for (const [code, why] of [
    [first, 'Ze is vervangen door een nieuwe kaart.'],
    [second, 'De kaart is gestopt. Wil de persoon'],
  ] as const) {
    await page.getByLabel('Code van de kaart').fill(code)
    await page.keyboard.press('Enter')
    await expect(page.getByText(why)).toBeVisible()
  }
})

test('who wants it gets a file after it was explained, is found by name, and goes back to no name', async ({
  page,
}) => {
  await signInAs(page, 'Toeleider', '/desk')
  await button(page, 'Wegwijskaart').click()
  const [code = ''] = await printSheet(page)
  await page.getByLabel('Code van de kaart').fill(code)
  await page.keyboard.press('Enter')
  await button(page, 'Voor één persoon').press('Enter')
  await expect(page.getByRole('region', { name: 'Wegwijskaart' })).toBeFocused()
  await button(page, 'Op naam zetten').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Voornaam of roepnaam').fill('Amíra')
  await dialog.getByLabel('Hoe bereiken').fill('0470 00 00 12')
  await expect(dialog.getByRole('button', { name: 'Bewaren' })).toBeDisabled()
  for (const point of await dialog.getByRole('checkbox', { name: /:/ }).all()) await point.check()
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await findBarriers(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  }
  // What nobody asked is not answered beforehand.
  for (const [question, answer] of [
    ['In welke taal legde je het uit?', 'Nederlands'],
    ['Wie hielp met de taal?', 'geen taalhulp'],
  ] as const) {
    await expect(dialog.getByLabel(question)).toHaveValue('')
    await expect(dialog.getByRole('button', { name: 'Bewaren' })).toBeDisabled()
    await dialog.getByLabel(question).selectOption(answer)
  }
  for (const [label, words] of [
    ['Voornaam of roepnaam', 'Amíra'],
    ['Hoe bereiken', '0470 00 00 12'],
  ] as const) {
    await dialog.getByLabel(label).fill(`${words} ${['85.07.30', '033-28'].join('-')}`)
    await expect(dialog.getByText('Hier staat een rijksregisternummer')).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Bewaren' })).toBeDisabled()
    await dialog.getByLabel(label).fill(words)
  }
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await button(page, 'Dossier openen').click()
  await expect(page.getByRole('region', { name: 'Dossier op naam' })).toContainText('Amíra')
  await button(page, 'Niet bij dit gesprek').click()

  await button(page, 'Zoeken op naam').click()
  await page.getByLabel('Naam of nummer').fill('amira')
  await page.keyboard.press('Enter')
  await button(page, 'Kies deze persoon').click()
  await button(page, 'Dossier openen').click()
  await button(page, 'Terug zonder naam').click()
  await dialog.getByRole('button', { name: 'Naam wissen' }).click()
  await expect(page.getByText('De naam is gewist.')).toBeVisible()
  await expect(button(page, 'Op naam zetten')).toBeVisible()
})

async function note(page: Page, theme: string): Promise<void> {
  await radio(page, theme).click()
  await page.getByRole('checkbox', { name: 'brief gelezen en uitgelegd' }).click()
  await radio(page, 'beantwoord').click()
  await button(page, 'Opvolgen: wat vraagt de brief?').click()
  await page.getByLabel('Wat moet er gebeuren?').fill('formulier terugsturen')
  await radio(page, 'over een week').click()
  await button(page, 'Bewaren').click()
  await expect(page.getByText(/^Bewaard \d\d:\d\d$/)).toBeVisible()
  await expect(page.getByText('wacht op netwerk')).toBeHidden()
}

test('whoever scans a card outside is told where the desk is, in their language, and nothing else', async ({
  page,
}) => {
  await page.goto('/kortrijk/nl/kaart#00000000000')
  await expect(page.getByRole('heading', { level: 1, name: 'Wegwijskaart' })).toBeVisible()
  await expect(page.getByText('Покажите эту карту')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Onthaalbureau' })).toBeVisible()
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await findBarriers(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  }
})
