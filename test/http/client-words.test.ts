import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type ClientWords, readClientWords } from '../../src/contract/client-words.ts'
import { problem } from '../../src/contract/problem.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { keysOfPart } from '../../src/text/client-words.ts'
import { read } from '../open-server.ts'
import type { PersonName } from '../story.ts'
import { twoTowns } from '../two-towns.ts'

const here = twoTowns({
  people: { oostdijk: ['lies', 'nadia', 'tom', 'koen'], westdijk: ['lies', 'nadia'] },
})

// It stands for what somebody translated: this test writes no sentence in a language that its authors do not speak.
const own = 'vertaling van Oostdijk'
const address = '/api/v1/client-words'
const shown = readClientWords.responses[200].content['application/json'].schema
const wordsOf = (language: string, person: PersonName = 'nadia', town = 'oostdijk'): Promise<ClientWords> =>
  read(shown, here.as(person, town).ask(`${address}/${language}`))
const sentence = async (language: string, key: string, person: PersonName = 'nadia', town = 'oostdijk') => {
  const found = (await wordsOf(language, person, town)).sentences.find((one) => one.key === key)
  if (!found) throw new Error(`no sentence ${key}`)
  return found
}
const at = (version: number) => ({ 'if-match': `"${version}"` })
const say = (
  language: string,
  key: string,
  words: string,
  version: number,
  person: PersonName = 'lies',
  town = 'oostdijk',
) =>
  here.as(person, town).ask(`${address}/${language}/sentences/${key}`, {
    method: 'PUT',
    body: { words },
    headers: at(version),
  })
const restore = (language: string, key: string, version: number, person: PersonName = 'lies') =>
  here.as(person).ask(`${address}/${language}/sentences/${key}`, {
    method: 'DELETE',
    body: {},
    headers: at(version),
  })
const codeOf = async (answer: Response | Promise<Response>) => (await read(problem, answer)).code
const versionOf = async (answer: Promise<Response>) =>
  (await read(z.object({ version: z.int() }), answer)).version

test('what the city had translated is said first, then what Brugwijzer says, then the nearest language', async () => {
  expect(await sentence('ce', 'first.title')).toMatchObject({
    ...{ dutch: 'Welkom', product: null, own: null, shownIn: 'ru', isStale: false, version: 0 },
  })
  expect(await versionOf(say('ce', 'first.title', own, 0))).toBe(1)
  expect(await sentence('ce', 'first.title')).toMatchObject({ own, words: own, shownIn: 'ce', version: 1 })
  // Ingush falls to Russian, not to what was written in Chechen; the rest of the Chechen is Russian still.
  expect(await sentence('inh', 'first.title')).toMatchObject({ own: null, shownIn: 'ru' })
  expect(await sentence('ce', 'first.sentences.name')).toMatchObject({ shownIn: 'ru' })
  const arabic = 'أهلاً بكم في أوستدايك'
  expect((await say('ary', 'first.title', arabic, 0)).status).toBe(200)
  expect(await sentence('ary', 'first.title')).toMatchObject({ words: arabic, shownIn: 'ary' })
  expect(await sentence('ary', 'first.title', 'nadia', 'westdijk')).toMatchObject({ own: null, version: 0 })

  const listed = z.object({ items: z.array(z.looseObject({ language: z.string() })) })
  const { items } = await read(listed, here.as('nadia').ask(address))
  expect(items.map(({ language }) => language)).toEqual(['nl', 'ar', 'ary', 'fr', 'en', 'ru', 'ce', 'inh'])
  expect(items[6]).toMatchObject({ written: 1, stale: 0, recordings: 0, cardIn: 'ru' })
  expect(items[2]).toMatchObject({ cardIn: 'ar' })
})

test('whoever saw an older version does not write over a newer one, and what is taken back keeps its version', async () => {
  expect(await versionOf(say('inh', 'first.title', own, 0))).toBe(1)
  expect(await versionOf(say('inh', 'first.title', own, 0))).toBe(1)
  expect(await codeOf(say('inh', 'first.title', 'iets anders', 0))).toBe('version_stale')
  expect(await codeOf(restore('inh', 'first.title', 0))).toBe('version_stale')
  expect(await versionOf(restore('inh', 'first.title', 1))).toBe(2)
  expect(await sentence('inh', 'first.title')).toMatchObject({ own: null, shownIn: 'ru', version: 2 })
  expect(await codeOf(say('inh', 'first.title', own, 0))).toBe('version_stale')
  expect(await versionOf(say('inh', 'first.title', own, 2))).toBe(3)
  const unversioned = here.as('lies').ask(`${address}/inh/sentences/first.title`, {
    method: 'PUT',
    body: { words: own },
  })
  expect(await codeOf(unversioned)).toBe('version_missing')
})

test('a translation says that it may be out of date once the Dutch has changed, until somebody looks at it', async () => {
  const key = 'first.sentences.free'
  await say('ce', key, own, 0)
  expect(await sentence('fr', key)).toMatchObject({ isStale: false })
  await say('nl', key, 'Hulp aan dit loket kost niets.', 0)
  expect(await sentence('ce', key)).toMatchObject({ dutch: 'Hulp aan dit loket kost niets.', isStale: true })
  // What Brugwijzer says was written beside its own Dutch.
  expect(await sentence('fr', key)).toMatchObject({ isStale: true })
  expect(await sentence('nl', key)).toMatchObject({ shownIn: 'nl', isStale: false })
  expect(await versionOf(say('ce', key, own, 1))).toBe(2)
  expect(await sentence('ce', key)).toMatchObject({ own, isStale: false })
  await restore('nl', key, 1)
  expect(await sentence('fr', key)).toMatchObject({ isStale: false })
  expect(await sentence('ce', key)).toMatchObject({ isStale: true })
})

test('what is no sentence of ours, too long for its place, or names a person is refused by name', async () => {
  expect(await codeOf(say('ce', 'first.sentences.dragons', own, 0))).toBe('not_found')
  expect(await codeOf(say('ce', 'fallback', own, 0))).toBe('not_found')
  expect(await codeOf(say('ce', 'card.title', 'x'.repeat(31), 0))).toBe('client_words_long')
  expect(await codeOf(say('ce', 'first.sentences.seen', 'voor 85.07.30-033.28', 0))).toBe(
    'words_register_number',
  )
  expect(await codeOf(say('ce', 'first.sentences.seen', ' ', 0))).toBe('invalid_input')
  expect((await say('de', 'first.title', own, 0)).status).toBe(400)
  for (const person of ['nadia', 'koen'] as const)
    expect(await codeOf(say('ce', 'first.sentences.seen', own, 0, person))).toBe('forbidden')
  expect((await say('ce', 'first.sentences.seen', own, 0, 'tom')).status).toBe(200)
})

const sound = (start: string, length = 4000) => Buffer.from(start.padEnd(length, '\0'), 'latin1')
const webm = sound('\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm')
const part = async (language: string, name = 'first', town = 'oostdijk') => {
  const found = (await wordsOf(language, 'nadia', town)).parts.find((one) => one.part === name)
  if (!found) throw new Error(`no part ${name}`)
  return found
}
const record = async (
  bytes: Uint8Array<ArrayBuffer>,
  version: number,
  { name = 'first', person = 'lies' as PersonName, seconds = '12' } = {},
) => {
  const { text } = await part('ce', name === 'dragons' ? 'first' : name)
  return here
    .as(person)
    .send(`${address}/ce/recordings/${name}?${new URLSearchParams({ seconds, text })}`, bytes, {
      method: 'PUT',
      headers: at(version),
    })
}
const checksumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const play = (checksum: string, headers = {}, town = 'oostdijk') =>
  here.as('nadia', town).ask(`${address}/ce/recordings/first/${checksum}`, { headers })

test('a recording is played at every desk of the city, byte for byte, and is gone once it is removed', async () => {
  expect(await part('ce')).toMatchObject({ recording: null, version: 0 })
  expect(await versionOf(record(webm, 0))).toBe(1)
  const checksum = checksumOf(webm)
  expect(await part('ce')).toMatchObject({
    recording: { checksum, mediaType: 'audio/webm', seconds: 12, isStale: false },
    version: 1,
  })
  const heard = await play(checksum)
  expect([heard.status, heard.headers.get('content-type')]).toEqual([200, 'audio/webm'])
  expect(heard.headers.get('cache-control')).toBe('private, max-age=86400, immutable')
  expect(heard.headers.get('x-content-type-options')).toBe('nosniff')
  expect(heard.headers.get('etag')).toBe(`"${checksum}"`)
  expect(Buffer.from(await heard.arrayBuffer()).equals(webm)).toBe(true)
  expect((await play(checksum, { 'if-none-match': `"${checksum}"` })).status).toBe(304)
  expect((await play(checksum, {}, 'westdijk')).status).toBe(404)
  expect((await play(checksumOf(Buffer.from('else')))).status).toBe(404)
  expect((await wordsOf('ce', 'nadia', 'westdijk')).parts.some(({ recording }) => recording)).toBe(false)

  expect(await codeOf(record(sound('OggS'), 0))).toBe('version_stale')
  expect(await versionOf(record(sound('OggS'), 1))).toBe(2)
  expect((await play(checksum)).status).toBe(404)
  const remove = (version: number, person: PersonName = 'lies') =>
    here
      .as(person)
      .ask(`${address}/ce/recordings/first`, { method: 'DELETE', body: {}, headers: at(version) })
  expect(await codeOf(remove(2, 'nadia'))).toBe('forbidden')
  expect(await codeOf(remove(1))).toBe('version_stale')
  expect(await versionOf(remove(2))).toBe(3)
  expect(await part('ce')).toMatchObject({ recording: null, version: 3 })
  const left = await asActor(here.db, here.towns.oostdijk.people.lies.actor, (tx) =>
    tx.selectFrom('client_recording').select(['bytes', 'checksum', 'read_from']).execute(),
  )
  expect(left).toEqual([{ bytes: null, checksum: null, read_from: null }])
})

test('a recording says so once the words that were read have changed', async () => {
  await record(webm, 0, { name: 'themes.housing' })
  expect((await part('ce', 'themes.housing')).recording).toMatchObject({ isStale: false })
  await say('ce', 'themes.housing', own, 0)
  expect((await part('ce', 'themes.housing')).recording).toMatchObject({ isStale: true })
  await restore('ce', 'themes.housing', 1)
  expect((await part('ce', 'themes.housing')).recording).toMatchObject({ isStale: false })
})

test('only sound that a browser records comes in, at most two mebibytes, and only from who may', async () => {
  const name = 'themes.work'
  for (const start of ['\x00\x00\x00\x1cftypM4A ', 'OggS\x00\x02'])
    expect((await record(sound(start), (await part('ce', name)).version, { name })).status).toBe(200)
  const { version } = await part('ce', name)
  for (const start of [
    '',
    '<script>',
    'ID3\x04',
    'RIFF\x00\x00\x00\x00WAVE',
    '\x1aE\xdf\xa3\x9f\x82\x88matroska',
  ])
    expect(await codeOf(record(sound(start), version, { name }))).toBe('recording_unknown')
  expect(await codeOf(record(new Uint8Array(), version, { name }))).toBe('recording_unknown')
  expect((await record(sound('OggS', 2 * 1024 * 1024), version, { name })).status).toBe(200)
  const large = await record(sound('OggS', 2 * 1024 * 1024 + 1), version + 1, { name })
  expect([large.status, await codeOf(large)]).toEqual([413, 'recording_too_large'])
  expect(await codeOf(record(webm, 0, { name: 'dragons' }))).toBe('not_found')
  expect(await codeOf(record(webm, version, { name, person: 'nadia' }))).toBe('forbidden')
  for (const seconds of ['0', '301', 'lang'])
    expect(await codeOf(record(webm, version, { name, seconds }))).toBe('invalid_input')
})

test('a card is printed in what the city wrote, once all of it is written', async () => {
  const printed = async (language: string) => {
    const answer = await here.as('nadia').ask('/api/v1/card-sheets', {
      method: 'POST',
      body: { id: makeUuid(), language },
    })
    expect(answer.status).toBe(201)
    return textOf(new Uint8Array(await answer.arrayBuffer()))
  }
  const keys = keysOfPart('card')
  expect(keys).toHaveLength(3)
  for (const key of keys.slice(1)) await say('ce', key, `Bladwijzer ${key.length}`, 0)
  expect(await printed('ce')).toContain('Карта-путеводитель')
  await say('ce', 'card.title', 'Bladtitel', 0)
  const card = await printed('ce')
  expect(card).toContain('Bladtitel')
  expect(card).not.toContain('Карта')
  // Moroccan Arabic stands in Arabic until somebody writes it, and begins at the other side.
  expect((await printed('ary')).normalize('NFKC')).toMatch(/[\u0600-\u06ff]/)
})

async function textOf(data: Uint8Array): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const pdf = await getDocument({ data, verbosity: 0 }).promise
  const { items } = await (await pdf.getPage(1)).getTextContent()
  await pdf.loadingTask.destroy()
  return items.map((item) => ('str' in item ? item.str : '')).join(' ')
}
