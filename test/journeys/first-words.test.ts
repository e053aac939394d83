import { findChromium } from './chromium.ts'
import { findBarriers, overflowOf } from './everybody.ts'
import { expect, type Page, signInAs, test } from './journey.ts'

const launched = await findChromium()

// Writes what the city says, so in a town of its own; its microphone hears a beep.
test.use({
  townOf: 'the first words',
  serviceWorkers: 'allow',
  permissions: ['microphone'],
  launchOptions: {
    ...launched,
    args: [
      ...(launched.args ?? []),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
    ],
  },
})

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** They stand for what somebody translated: this test writes no sentence in a language that its authors do not speak. */
const own = { title: 'Begroeting van de stad', name: 'Zin van de stad' }

async function write(page: Page, dutch: string, words: string): Promise<void> {
  await page.getByRole('button', { name: `Zelf schrijven : ${dutch}` }).click()
  await page.getByLabel('Tekst in deze taal').fill(`${words} ${['85.07.30', '033-28'].join('-')}`)
  await expect(page.getByText('Hier staat een rijksregisternummer')).toBeVisible()
  await expect(button(page, 'Bewaren')).toBeDisabled()
  await page.getByLabel('Tekst in deze taal').fill(words)
  await button(page, 'Bewaren').click()
  await expect(page.getByText('De tekst is bewaard.')).toBeVisible()
  await expect(page.getByLabel('Tekst in deze taal')).toHaveCount(0)
  await expect(page.getByText(words, { exact: true })).toBeVisible()
}

test('what the coordinator has translated and read aloud is read and heard at the desk, and away without a network', async ({
  page,
  context,
  faults,
}) => {
  test.slow()
  await signInAs(page, 'Coördinator', '/manage/words')
  await expect(page.getByRole('heading', { name: 'Eerste woorden' })).toBeVisible()
  await expect(button(page, 'Нохчийн')).toHaveAttribute('aria-pressed', 'true')
  await write(page, 'Welkom', own.title)
  await write(page, 'U moet uw naam niet zeggen.', own.name)

  await button(page, 'Opnemen').first().click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(own.name)
  await dialog.getByRole('button', { name: 'Opname starten' }).click()
  await expect(dialog.getByText(/^Er wordt opgenomen: ([4-9]|\d\d) seconden$/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Stoppen' }).click()
  await dialog.getByRole('button', { name: 'Beluister' }).click()
  await expect(dialog.getByRole('button', { name: 'Pauze' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Bewaren' })).toBeDisabled()
  await dialog.getByRole('checkbox', { name: /Wie voorlas/ }).check()
  expect(await findBarriers(page, 'dialog')).toEqual([])
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByText('De opname is bewaard.')).toBeVisible()
  await expect(button(page, 'Beluister')).toBeVisible()
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await findBarriers(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  }

  await signInAs(page, 'Toeleider', '/desk')
  await page.getByRole('button', { name: 'Wat zeg ik eerst' }).click()
  const screen = page.getByRole('dialog')
  await screen.getByRole('button', { name: 'Нохчийн' }).click()
  await expect(screen.getByRole('heading', { name: own.title })).toBeVisible()
  await expect(screen.locator('[lang=ce]').getByText(own.name)).toBeVisible()
  // What is not translated yet is in Russian, and says so.
  await expect(screen.locator('[lang=ru]').getByText('Помощь', { exact: false }).first()).toBeVisible()
  await expect(screen).toContainText('Части этого текста ещё нет')
  await screen.getByRole('button', { name: 'Слушать' }).click()
  await expect(screen.getByRole('button', { name: 'Пауза' })).toBeVisible()
  await expect.poll(() => progressOf(page)).toBeGreaterThan(0)
  // It ends by itself, and can be heard again; in another language there is none.
  await expect(screen.getByRole('button', { name: 'Слушать' })).toBeVisible()
  await screen.getByRole('button', { name: 'Слушать' }).press('Enter')
  await expect(screen.getByRole('button', { name: 'Пауза' })).toBeVisible()
  await screen.getByRole('button', { name: 'الدارجة' }).click()
  await expect(screen.getByRole('heading', { name: 'مرحبا بيك' })).toBeVisible()
  await expect(screen.getByText('Nog geen opname in deze taal.')).toBeVisible()
  expect(await page.evaluate(`[...document.querySelectorAll('audio')].length`)).toBe(0)
  await screen.getByRole('button', { name: 'Нохчийн' }).click()
  await expect(screen.getByRole('button', { name: 'Слушать' })).toBeVisible()
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await findBarriers(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  }
  // On paper the Dutch stands beside it, and nothing to press.
  await page.emulateMedia({ media: 'print' })
  await expect(screen.getByText('U moet uw naam niet zeggen.')).toBeVisible()
  await expect(screen.getByText(own.name)).toBeVisible()
  await expect(screen.getByRole('button', { name: 'Слушать' })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await screen.getByRole('button', { name: 'Terug' }).click()

  await context.setOffline(true)
  await page.getByRole('button', { name: 'Wat zeg ik eerst' }).click()
  await screen.getByRole('button', { name: 'Нохчийн' }).click()
  await expect(screen.getByRole('heading', { name: 'Добро пожаловать' })).toBeVisible()
  await expect(screen.getByRole('button', { name: 'Слушать' })).toBeHidden()
  await expect(screen.getByText('Nog geen opname in deze taal.')).toBeHidden()
  await context.setOffline(false)
  withoutUnanswered(faults)

  await signInAs(page, 'Coördinator', '/manage/words')

  await page.getByRole('button', { name: 'Opname verwijderen' }).click()
  await dialog.getByRole('button', { name: 'Opname verwijderen' }).click()
  await expect(page.getByText('De opname is verwijderd.')).toBeVisible()
  await expect(page.getByText('Nog geen opname.')).toBeVisible()
  await page.getByRole('button', { name: `Eigen tekst weghalen : Welkom` }).click()
  await expect(page.getByText('De eigen tekst is weg.')).toBeVisible()
  await button(page, 'Ongedaan maken').click()
  await expect(page.getByText(own.title, { exact: true })).toBeVisible()
})

/** Without a network the browser says of every question that it got no answer. */
const withoutUnanswered = (faults: string[]) =>
  faults.splice(
    0,
    faults.length,
    ...faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(fault)),
  )

const progressOf = (page: Page) => page.evaluate<number>(`document.querySelector('.player progress').value`)

test('whoever has no microphone, or says no to it, is told so and may choose a file', async ({
  page,
  context,
}) => {
  await context.clearPermissions()
  await page.addInitScript(`
    navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('no', window.microphone ?? 'NotAllowedError') }`)
  await signInAs(page, 'Coördinator', '/manage/words')
  await button(page, 'Opnemen').first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Opname starten' }).click()
  await expect(dialog.getByText('Geen toegang tot de microfoon')).toBeVisible()
  await page.evaluate(`window.microphone = 'NotFoundError'`)
  await dialog.getByRole('button', { name: 'Opname starten' }).click()
  await expect(dialog.getByText('Geen microfoon', { exact: true })).toBeVisible()
  const choose = async (buffer: Buffer, name: string) => {
    const coming = page.waitForEvent('filechooser')
    await dialog.getByText('Bestand kiezen').click()
    await (await coming).setFiles({ name, mimeType: 'audio/ogg', buffer })
  }
  await choose(Buffer.from('OggS, en dan niets'), 'kapot.ogg')
  await expect(dialog.getByText('Dit bestand is niet af te spelen.', { exact: false })).toBeVisible()
  await choose(wave(2), 'stem.wav')
  await expect(dialog.getByRole('button', { name: 'Beluister' })).toBeVisible()
  await dialog.getByRole('checkbox', { name: /Wie voorlas/ }).check()
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(dialog.getByText('Dit is geen geluid dat we kunnen afspelen.', { exact: false })).toBeVisible()
})

/** So many seconds of silence, as an old kind of file that browsers play and desks need not. */
function wave(seconds: number): Buffer {
  const rate = 8000
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + rate * seconds, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(rate * seconds, 40)
  return Buffer.concat([head, Buffer.alloc(rate * seconds, 128)])
}
