import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { pageOf } from '../../src/contract/page.ts'
import { reportPassage } from '../../src/contract/report-text.ts'
import { story } from '../../src/contract/story.ts'
import { openTestDatabase } from '../database.ts'
import { enterAll, openServer, read, type TestServer, type Visitor } from '../open-server.ts'
import { buildOostdijk, buildWestdijk, registerRequest } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let lies: Visitor

const alone = 'Alleen durfde ik niet binnen te gaan.'
const brother = 'Mijn broer Aram wacht bij het Sint-Jansplein.'
const listened = 'Hier luisterde iemand tot het einde.'

beforeAll(async () => {
  db = await openTestDatabase()
  const oostdijk = await buildOostdijk(db)
  const westdijk = await buildWestdijk(db)
  const said = (ownWords: string, facts: Parameters<typeof registerRequest>[3] = {}) =>
    registerRequest(db, oostdijk, 'nadia', { ownWords, mayQuote: true, ...facts })
  await said(alone, { on: '2026-02-02', theme: 'health', neighbourhood: 'Sint-Jansplein' })
  await said(brother, { on: '2026-03-02' })
  await said(listened, { on: '2026-04-02', theme: 'work' })
  await registerRequest(db, oostdijk, 'nadia', { ownWords: 'Zeg dit aan niemand.', mayQuote: false })
  await registerRequest(db, oostdijk, 'nadia', { ownWords: 'Niemand vroeg mij iets.' })
  await said('Ik heb geen papieren.', { sensitiveStatus: 'no_legal_stay' })
  await said('Dat was vorig jaar.', { on: '2025-12-31' })
  await registerRequest(db, westdijk, 'nadia', { ownWords: 'In Westdijk ook niet.', mayQuote: true })
  server = await openServer(db, { trustedProxies: 1 })
  lies = (await enterAll(db, server, ['lies@oostdijk.example.org']))('lies@oostdijk.example.org')
}, 60_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const days = 'from=2026-01-01&to=2026-06-30'
const stories = (more = '') =>
  read(pageOf(story.strict()), lies.ask(`/api/v1/reports/stories?${days}${more}`))
const wordsOf = async (more = '') => (await stories(more)).items.map(({ words }) => words)

describe('what people of Oostdijk said', () => {
  test('is offered with theme and month alone, newest first, only what may be quoted and is not beside a sensitive code', async () => {
    const { items, next } = await stories()
    expect(items.map(({ words, theme, month }) => [words, theme, month])).toEqual([
      [listened, 'work', '2026-04'],
      [brother, 'housing', '2026-03'],
      [alone, 'health', '2026-02'],
    ])
    expect(next).toBeUndefined()
  })

  test('comes page by page, none twice', async () => {
    const first = await stories('&limit=2')
    expect(first.items).toHaveLength(2)
    expect(await wordsOf(`&limit=2&cursor=${first.next}`)).toEqual([alone])
  })

  test('is found by its words and their beginnings, without capitals or accents', async () => {
    expect(await wordsOf('&q=LUISTER')).toEqual([listened])
    expect(await wordsOf('&q=broer sint')).toEqual([brother])
    expect(await wordsOf('&q=broer luister')).toEqual([])
    expect(await wordsOf('&q=papieren')).toEqual([])
  })

  test('leads to nobody by the search of the list', async () => {
    const listed = z.object({ items: z.array(z.unknown()) })
    expect(await (await lies.ask('/api/v1/requests')).text()).not.toMatch(/luisterde|papieren|mayQuote/)
    expect((await read(listed, lies.ask('/api/v1/requests?q=luisterde'))).items).toEqual([])
  })

  test('says what to change: names, and places that were noted in that period', async () => {
    const [, { telling } = { telling: [] }] = (await stories()).items
    expect(telling.map(({ kind, text }) => [kind, text])).toEqual([
      ['name', 'Aram'],
      ['place', 'Sint-Jansplein'],
    ])
  })

  test('is looked at again in the text that quotes it, which is kept all the same', async () => {
    const save = (body: string, version: number, passage = 'stories') =>
      read(
        reportPassage,
        lies.ask(`/api/v1/reports/texts/${passage}?${days}&language=nl`, {
          method: 'PUT',
          body: { body, state: 'ready' },
          headers: { 'if-match': `"${version}"` },
        }),
      )
    const kept = await save(`> ${brother}\n\nOp 3 maart kwam hij uit Oekraïne naar Oostdijk.`, 0)
    expect([kept.state, kept.telling.map(({ text }) => text)]).toEqual([
      'ready',
      ['Aram', 'Sint-Jansplein', '3 maart', 'Oekraïne', 'Oostdijk'],
    ])
    expect((await save('> Mijn broer wacht op het plein.', 1)).telling).toEqual([])
    expect((await save('Nadia was op 3 maart in Oostdijk.', 0, 'working')).telling).toEqual([])
  })
})
