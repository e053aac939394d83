import { join } from 'node:path'
import { expect } from 'vitest'
import { z } from 'zod'
import { type ImportDetail, importDetail } from '../src/contract/import.ts'
import { importColumn } from '../src/contract/import-decision.ts'
import { makeUuid } from '../src/db/uuid.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { enterAll, openServer, read, type TestServer, type Visitor } from './open-server.ts'
import { buildOostdijk, buildWestdijk, type Town } from './story.ts'

export const demoFile = join(import.meta.dirname, '../demo/help-requests.csv')
export const unknownFile = join(import.meta.dirname, 'fixtures/import/unknown-values.csv')

/** Oostdijk with lies at the page Inlezen, and Westdijk beside it. */
export interface ImportTown extends AsyncDisposable {
  readonly db: TestDatabase
  readonly server: TestServer
  readonly oostdijk: Town
  readonly westdijk: Town
  readonly lies: Visitor
  readonly liesOfWestdijk: Visitor
  /** Puts the server's clock this much ahead. */
  readonly wait: (ms: number) => void
}

export async function openImportTown(): Promise<ImportTown> {
  const db = await openTestDatabase()
  const oostdijk = await buildOostdijk(db)
  const westdijk = await buildWestdijk(db)
  let ahead = 0
  const server = await openServer(db, { now: () => new Date(Date.now() + ahead) })
  const entered = await enterAll(db, server, ['lies@oostdijk.example.org', 'lies@westdijk.example.org'])
  const [lies, liesOfWestdijk] = [entered('lies@oostdijk.example.org'), entered('lies@westdijk.example.org')]
  const wait = (ms: number) => {
    ahead = ms
  }
  const close = async () => {
    await server.close()
    await db[Symbol.asyncDispose]()
  }
  return { db, server, oostdijk, westdijk, lies, liesOfWestdijk, wait, [Symbol.asyncDispose]: close }
}

const bytesOf = (file: Uint8Array<ArrayBuffer> | string) =>
  typeof file === 'string' ? new TextEncoder().encode(file) : file

export const send = (
  by: Visitor,
  file: Uint8Array<ArrayBuffer> | string,
  { id = makeUuid(), name = 'hulpvragen.csv' }: { readonly id?: string; readonly name?: string } = {},
) => by.send(`/api/v1/imports/files?id=${id}&name=${encodeURIComponent(name)}`, bytesOf(file))

export async function bring(by: Visitor, file: Uint8Array<ArrayBuffer> | string): Promise<ImportDetail> {
  const answer = await send(by, file)
  expect([answer.status, answer.headers.get('etag')]).toEqual([201, '"1"'])
  return importDetail.parse(await answer.json())
}

export const columnsPage = z.object({
  organizationId: z.string().nullable(),
  organizations: z.array(z.object({ id: z.string(), name: z.string() })),
  columns: z.array(importColumn),
  version: z.int(),
})

export const change = (by: Visitor, path: string, body: unknown, version: number) =>
  by.ask(path, { method: 'PUT', body, headers: { 'if-match': `"${version}"` } })

/** Takes the columns as they were recognised, for the welcome house. */
export async function takeColumns(
  { lies, oostdijk }: ImportTown,
  { id }: ImportDetail,
): Promise<ImportDetail> {
  const path = `/api/v1/imports/${id}/columns`
  const { welcomeHouse } = oostdijk
  const { columns, version } = await read(columnsPage, lies.ask(`${path}?organizationId=${welcomeHouse}`))
  const fields = columns.map(({ field }) => field)
  const answer = await change(lies, path, { organizationId: welcomeHouse, columns: fields }, version)
  expect(answer.status).toBe(200)
  return importDetail.parse(await answer.json())
}

/** Begins a task and waits until it is no longer under way. */
export async function finish(by: Visitor, id: string, task: 'trial' | 'run'): Promise<ImportDetail> {
  const begun = await by.ask(`/api/v1/imports/${id}/${task}`, { method: 'PUT', body: {} })
  expect(begun.status).toBe(202)
  return settled(by, id)
}

export async function settled(by: Visitor, id: string): Promise<ImportDetail> {
  const look = () => read(importDetail, by.ask(`/api/v1/imports/${id}`))
  await expect.poll(async () => (await look()).state, { timeout: 20_000 }).not.toBe('busy')
  return look()
}
