import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicationHead } from '../../src/contract/publication.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { findPublished } from '../../src/db/report/publication-store.ts'
import { writeSeed } from '../../src/db/request/seed-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { publicationId } from '../../src/domain/id.ts'
import { localDate } from '../../src/domain/local-date.ts'
import { countHidden } from '../../src/domain/report/shown-report.ts'
import { openTestDatabase } from '../database.ts'
import { givePasswords, openServer, read, type TestServer, Visitor } from '../open-server.ts'
import { buildOostdijk, buildWestdijk, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let server: TestServer
let oostdijk: Town
let lies: Visitor
/** Frozen, and known to nobody outside. */
let frozen: string
let published: { readonly id: string; readonly snapshotId: string; readonly checksum: string }

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  await buildWestdijk(db)
  const cli = { kind: 'cli', cityId: oostdijk.city.id } as const
  const period = { from: localDate.parse('2026-01-01'), to: localDate.parse('2026-03-31') }
  await asActor(db, cli, (tx) =>
    writeSeed(tx, cli, { rows: 180, seed: 5, period, timeZone: 'Europe/Brussels' }),
  )
  server = await openServer(db, { trustedProxies: 1 })
  await givePasswords(db, ['lies@oostdijk.example.org'])
  lies = new Visitor(server, { 'x-forwarded-for': '192.0.2.1' })
  expect((await lies.signIn('lies@oostdijk.example.org')).status).toBe(204)
  frozen = await freeze('2026-01-01', '2026-02-28')
  const projectId = makeUuid()
  const { status } = await lies.ask(`/api/v1/projects/${projectId}`, { method: 'PUT', body: brug })
  expect(status).toBe(201)
  const id = await freeze('2026-01-01', '2026-03-31', projectId)
  const answer = lies.ask(`/api/v1/snapshots/${id}/publication`, {
    method: 'PUT',
    body: { audience: 'everybody' },
  })
  published = await read(publicationHead, answer)
}, 60_000)
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

const brug = {
  ...{ name: 'De Brug', from: '2026-01-01', to: '2026-12-31', funders: ['Fonds van Oostdijk'] },
  partners: [{ name: 'OCMW Oostdijk', role: 'trekker' }],
  goals: [{ goal: 'Meer loketten', indicator: 'loketten', target: '4', reached: '2', comment: '' }],
  reportingMoments: ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'],
}

async function freeze(from: string, to: string, projectId?: string): Promise<string> {
  const id = makeUuid()
  const answer = await lies.ask('/api/v1/snapshots', { method: 'POST', body: { id, from, to, projectId } })
  expect(answer.status).toBe(201)
  return id
}

/** As anybody would: without a session. */
const ask = (path: string, init: RequestInit = {}) => fetch(server.url + path, init)
const textOf = async (path: string) => (await ask(path)).text()
const list = '/oostdijk/nl/rapporten'
const report = (language = 'nl') => `/oostdijk/${language}/rapporten/${published.id}`
const shown = async () => {
  const actor = { kind: 'public', cityId: oostdijk.city.id } as const
  const found = await asActor(db, actor, (tx) => findPublished(tx, publicationId.parse(published.id)))
  if (!found) throw new Error('Oostdijk published nothing')
  return found
}

describe('whoever lives in Oostdijk', () => {
  test.each([
    ['nl', 'Gepubliceerde rapporten', '1 januari 2026 tot en met 31 maart 2026', 'Hulpvragen per thema'],
    ['fr', 'Rapports publiés', 'Du 1er janvier 2026 au 31 mars 2026', 'Langue de contact'],
    ['en', 'Published reports', '1 January 2026', 'Help requests per theme'],
  ])('reads the published report in %s, from the list on', async (language, title, period, words) => {
    const page = await textOf(`/oostdijk/${language}/rapporten`)
    expect(page).toContain(`<html lang="${language}">`)
    expect(page).toContain(`<h1>${title}</h1>`)
    expect(page).toContain(period)
    expect(page).toContain(`href="${report(language)}"`)
    const text = await textOf(report(language))
    expect(text).toContain(words)
    expect(text).toContain(published.checksum)
    expect(text.match(/<svg /g)?.length).toBeGreaterThanOrEqual(7)
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<svg /g)?.length)
  })

  test('reads of which project it is a part, who pays for it and how far it is', async () => {
    const page = await textOf(report())
    for (const words of ['Deelrapport 1 van 4', 'Project: De Brug', 'Met steun van: Fonds van Oostdijk'])
      expect(page).toContain(words)
    expect(page).toContain('2 Opdracht en doelstellingen')
    expect((await shown()).project).toMatchObject(brug)
  })

  test('is told how many numbers are left out and why', async () => {
    const hidden = countHidden((await shown()).report)
    expect(hidden).toBeGreaterThan(3)
    const page = await textOf(report())
    expect(page).toContain(`${hidden} aantallen staan niet in dit rapport: ze zijn kleiner dan 5`)
    expect(page).toContain('daarin zou iemand te herkennen zijn')
  })

  test('gets no cookie, no script and nothing from elsewhere, in at most 30 kB with the look of it', async () => {
    const answer = await ask(report(), { headers: { 'accept-encoding': 'br' } })
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    const page = await answer.text()
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/)
    const files = [...page.matchAll(/(?:src|href)="(\/site\/[^"]+)"/g)].map(([, path = '']) => path)
    const weights = await Promise.all([report(), ...new Set(files)].map(weigh))
    expect(files.length).toBeGreaterThan(1)
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(30_000)
  })

  /** Bytes of the body on the wire: fetch would unpack them. */
  async function weigh(path: string): Promise<number> {
    const { hostname, port } = new URL(server.url)
    const socket = connect(Number(port), hostname)
    socket.write(
      `GET ${path} HTTP/1.1\r\nhost: ${hostname}\r\naccept-encoding: br\r\nconnection: close\r\n\r\n`,
    )
    const answer = Buffer.concat(await Array.fromAsync(socket))
    return answer.length - answer.indexOf('\r\n\r\n') - 4
  }
})

describe('the open data of Oostdijk', () => {
  test('as JSON is what was published, to the byte over which the checksum goes', async () => {
    const answer = await ask(`${report()}.json`)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(published.checksum)
    expect(JSON.parse(bytes.toString())).toMatchObject({ report: (await shown()).report })
  })

  test('as CSV has every number that is shown, and nothing where one is hidden', async () => {
    const answer = await ask(`${report('fr')}.csv`)
    expect(answer.headers.get('content-disposition')).toContain('.csv"')
    const { report: figures } = await shown()
    const rows: Record<string, string>[] = parse(await answer.text(), {
      ...{ bom: true, delimiter: ';', columns: true },
    })
    const themes = rows.filter(({ section, parent }) => section === 'themes' && parent === '')
    expect(themes.map(({ code, requests }) => [code, requests])).toEqual(
      figures.themes.map(({ code, requests }) => [code, requests === null ? '' : String(requests)]),
    )
    const counted = rows.filter(({ section }) => section !== 'unanswered')
    expect(counted.filter(({ hidden }) => hidden === 'true')).toHaveLength(countHidden(figures))
    expect(rows[0]).toMatchObject({
      ...{ section: 'total', requests: '180', opening_days: '64', per_opening_day: '2,8' },
      ...{ city: 'oostdijk', from: '2026-01-01', to: '2026-03-31' },
    })
  })
})

describe('outside Oostdijk’s publications', () => {
  test('nothing of a frozen report can be reached, nor of a published one under another town', async () => {
    const ids = [frozen, published.snapshotId]
    const paths = ids.flatMap((id) => ['', '.csv', '.json'].map((ending) => `${list}/${id}${ending}`))
    const others = [`/westdijk/nl/rapporten/${published.id}`, `/westdijk/nl/rapporten/${published.id}.json`]
    for (const path of [...paths, ...others]) {
      const answer = await ask(path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(await answer.text()).toContain('Deze pagina bestaat niet')
    }
    const page = await textOf(list)
    expect(page.match(/<li>\s*<a class="link"/g)).toHaveLength(1)
    expect(page).not.toContain('28 februari 2026')
    expect(await textOf('/westdijk/nl/rapporten')).toContain('Er is nog geen rapport gepubliceerd.')
  })

  test.each([
    ['/nergens/fr/rapporten', 'Aucune ville ne correspond à cette adresse'],
    ['/Oost%00dijk/en/rapporten', 'No city belongs to this address'],
    ['/oostdijk/en/rapporten/2016', 'This page does not exist'],
    ['/oostdijk/nl/rapporten/019a0000-0000-7000-8000-000000000000', 'Alle rapporten'],
    ['/oostdijk/nl/rapporten/019a0000-0000-7000-8000-000000000000.pdf', 'Alle rapporten'],
    ['/oostdijk/ar/rapporten', 'href="/oostdijk/fr/rapporten"'],
  ])('%s is answered kindly', async (path, words) => {
    const answer = await ask(path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toContain(words)
  })
})

describe('a page that somebody has already', () => {
  test('is not sent again while nothing changed, whatever form it came in; HEAD tells the same', async () => {
    for (const path of [list, report(), `${report()}.csv`, `${report()}.json`]) {
      const first = await ask(path, { headers: { 'accept-encoding': 'gzip' } })
      const etag = first.headers.get('etag') ?? ''
      expect(first.headers.get('cache-control')).toBe('public, no-cache')
      const again = await ask(path, { headers: { 'if-none-match': `"other", ${etag}` } })
      expect([path, again.status, await again.text()]).toEqual([path, 304, ''])
      const head = await ask(path, { method: 'HEAD' })
      expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
    }
  })

  test('travels as small as the browser can take it, and plain where it can take nothing', async () => {
    const plain = await ask(report(), { headers: { 'accept-encoding': 'br;q=0, identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    const text = await plain.text()
    const packed = await ask(report(), { headers: { 'accept-encoding': 'gzip, deflate, br' } })
    expect(packed.headers.get('content-encoding')).toBe('br')
    expect(await packed.text()).toBe(text)
  })

  test('is another once the report is withdrawn: the reason stands there, the figures do not', async () => {
    const etag = (await ask(report())).headers.get('etag') ?? ''
    const reason = 'Maart telde dubbel <niet gebruiken>.'
    await lies.ask(`/api/v1/snapshots/${published.snapshotId}/withdrawal`, {
      method: 'PUT',
      body: { reason },
    })
    const answer = await ask(report(), { headers: { 'if-none-match': etag } })
    expect(answer.status).toBe(200)
    const page = await answer.text()
    expect(page).toContain('Maart telde dubbel &lt;niet gebruiken&gt;.')
    expect(page).toContain(published.checksum)
    expect(page).not.toContain('<svg')
    for (const format of ['csv', 'json']) {
      const gone = await ask(`${report()}.${format}`)
      expect([gone.status, gone.headers.get('content-type')]).toEqual([410, 'text/html; charset=UTF-8'])
    }
    const all = await textOf('/oostdijk/fr/rapporten')
    expect(all).toContain('Retiré le')
    expect(all).toContain('Maart telde dubbel')
  })
})
