import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importDetail } from '../../src/contract/import.ts'
import { problem } from '../../src/contract/problem.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { lockImports } from '../../src/db/import/import-basis-store.ts'
import { forgetImportFiles } from '../../src/db/import/import-forget-store.ts'
import { addKey, revokeKey } from '../../src/db/people/api-key-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { apiKeyId, cityId, importId } from '../../src/domain/id.ts'
import { mostStoredMebibytes } from '../../src/domain/import/import-job.ts'
import { makeKey } from '../../src/http/sign-in/one-time-token.ts'
import { makeTurns } from '../../src/jobs/import/import-turns.ts'
import { bring, finish, type ImportTown, openImportTown, send, settled, takeColumns } from '../import-town.ts'
import { read } from '../open-server.ts'

// What imports may take of a server, and files of a city: the rest waits, and says so.

let town: ImportTown
beforeAll(async () => {
  town = await openImportTown()
}, 120_000)
afterAll(() => town[Symbol.asyncDispose]())

const small = 'nr;datum;thema\n1;01/12/2015;Wonen\n'

describe('turns', () => {
  const [oostdijk, westdijk, zuiddijk] = [makeUuid(), makeUuid(), makeUuid()].map((id) => cityId.parse(id))

  test('a town has one at a time, a server a few, and nobody waits for a town that waits for itself', async () => {
    if (!oostdijk || !westdijk || !zuiddijk) throw new Error('three towns')
    const turns = makeTurns(2)
    const begun: string[] = []
    const ask = (name: string, city: typeof oostdijk) => {
      const turn = turns.ask(city)
      void turn.begun.then(() => begun.push(name))
      return turn
    }
    const first = ask('oostdijk', oostdijk)
    const second = ask('oostdijk again', oostdijk)
    const third = ask('westdijk', westdijk)
    const fourth = ask('zuiddijk', zuiddijk)
    expect([first, second, third, fourth].map(({ isWaiting }) => isWaiting)).toEqual([
      false,
      true,
      false,
      true,
    ])
    third.end()
    await fourth.begun
    expect(begun).toEqual(['oostdijk', 'westdijk', 'zuiddijk'])
    first.end()
    await second.begun
    expect(begun).toEqual(['oostdijk', 'westdijk', 'zuiddijk', 'oostdijk again'])
  })
})

test('a second import of the town waits for the first and says so, while another town goes on', async () => {
  const first = await takeColumns(town, await bring(town.lies, small))
  const second = await takeColumns(town, await bring(town.lies, small.replace('1;', '2;')))
  for (const { id } of [first, second]) await finish(town.lies, id, 'trial')
  const run = (id: string) => town.lies.ask(`/api/v1/imports/${id}/run`, { method: 'PUT', body: {} })
  const phaseOf = async (id: string) =>
    (await read(importDetail, town.lies.ask(`/api/v1/imports/${id}`))).progress?.phase
  // Somebody imports on the command line: the first waits for its turn to write, the second for the first.
  await asActor(town.db, town.oostdijk.cli, async (tx) => {
    await lockImports(tx, town.oostdijk.city.id)
    expect([(await run(first.id)).status, (await run(second.id)).status]).toEqual([202, 202])
    await expect.poll(() => phaseOf(first.id), { timeout: 20_000 }).toBe('queued')
    await expect.poll(() => phaseOf(second.id), { timeout: 20_000 }).toBe('queued')
    // Its trial needs no lock of the town's, but a thread of its own.
    expect((await send(town.lies, small)).status).toBe(201)
    expect((await bring(town.liesOfWestdijk, small)).state).toBe('columns')
  })
  const ended = [await settled(town.lies, first.id), await settled(town.lies, second.id)]
  expect(ended.map(({ state }) => state)).toEqual(['done', 'done'])
})

test.each([
  ['is shut out', { disabled_at: new Date() }, { disabled_at: null }],
  ['coordinates no longer', { roles: ['guide' as const] }, { roles: ['coordinator' as const] }],
])('whoever %s while an import waits gets nothing in by it any more', async (_, out, back) => {
  const { cli, city, people } = town.oostdijk
  const change = (to: typeof out | typeof back) =>
    asActor(town.db, cli, (tx) => tx.updateTable('member').set(to).where('id', '=', people.lies.id).execute())
  const running = await takeColumns(town, await bring(town.lies, small.replace('1;', '3;')))
  await finish(town.lies, running.id, 'trial')
  const waiting = await takeColumns(town, await bring(town.lies, small))
  const workOn = async (id: string) => {
    const file = await asActor(town.db, people.lies.actor, (tx) =>
      tx
        .selectFrom('import_file')
        .select(['phase', 'ended_at'])
        .where('id', '=', importId.parse(id))
        .executeTakeFirstOrThrow(),
    )
    return file.ended_at ? 'ended' : file.phase
  }
  const countRequests = () =>
    asActor(town.db, cli, async (tx) => (await tx.selectFrom('help_request').select('id').execute()).length)
  const before = await countRequests()
  // One waits for its turn to write, the other for its turn to begin.
  await asActor(town.db, cli, async (tx) => {
    await lockImports(tx, city.id)
    for (const [{ id }, task] of [
      [running, 'run'],
      [waiting, 'trial'],
    ] as const) {
      const begun = await town.lies.ask(`/api/v1/imports/${id}/${task}`, { method: 'PUT', body: {} })
      expect(begun.status).toBe(202)
      await expect.poll(() => workOn(id), { timeout: 20_000 }).toBe('queued')
    }
    await change(out)
  })
  for (const { id } of [running, waiting])
    await expect.poll(() => workOn(id), { timeout: 20_000 }).toBe('ended')
  await change(back)
  expect(await countRequests()).toBe(before)
  for (const { id } of [running, waiting]) {
    const { state, refusal } = await settled(town.lies, id)
    expect([state, refusal?.code]).toEqual(['refused', 'import_right_lost'])
    expect(refusal?.title).toContain('inlezen')
  }
  // Who may, goes on with it.
  expect((await finish(town.lies, waiting.id, 'trial')).state).toBe('ready')
})

test('whoever asks sees that a key was revoked while its import waited, and nothing came in by it', async () => {
  const { cli, city, people } = town.oostdijk
  const { key, digest, prefix } = makeKey()
  const id = apiKeyId.parse(makeUuid())
  await asActor(town.db, cli, (tx) =>
    addKey(tx, cli, {
      ...{ id, memberId: people.lies.id, name: 'Bureau', roles: ['coordinator'], expiresAt: null },
      ...{ prefix, digest, now: new Date() },
    }),
  )
  const file = await takeColumns(town, await bring(town.lies, small.replace('1;', '4;')))
  await finish(town.lies, file.id, 'trial')
  await asActor(town.db, cli, async (tx) => {
    await lockImports(tx, city.id)
    const begun = await fetch(`${town.server.url}/api/v1/imports/${file.id}/run`, {
      ...{ method: 'PUT', body: '{}' },
      headers: { 'x-api-key': key, 'content-type': 'application/json' },
    })
    expect(begun.status).toBe(202)
    const look = () => read(importDetail, town.lies.ask(`/api/v1/imports/${file.id}`))
    await expect.poll(async () => (await look()).progress?.phase, { timeout: 20_000 }).toBe('queued')
    await asActor(town.db, cli, (other) => revokeKey(other, cli, id, new Date()))
  })
  const { state, refusal, imported } = await settled(town.lies, file.id)
  expect([state, refusal?.code, imported]).toEqual(['refused', 'import_right_lost', null])
  expect(refusal?.title).toContain('sleutel')
  expect(await finish(town.lies, file.id, 'run')).toMatchObject({ state: 'done', imported: 1 })
})

describe('the files of a town that wait', () => {
  const lies = () => town.oostdijk.people.lies.actor
  const codeOf = async (answer: Promise<Response>) => {
    const { status, code } = await read(problem, answer)
    return [status, code]
  }
  const countFiles = () =>
    asActor(town.db, lies(), async (tx) => (await tx.selectFrom('import_file').select('id').execute()).length)

  test('have room for so much together; what comes on top is refused and not kept', async () => {
    const { id } = await bring(town.lies, small)
    const { city } = town.oostdijk
    const kept = await asActor(town.db, lies(), async (tx) => {
      const pieces = await tx.selectFrom('import_file_chunk').select('id').execute()
      const more = Array.from({ length: mostStoredMebibytes - 1 - pieces.length }, (_, at) => ({
        ...{ city_id: city.id, id: makeUuid(), import_id: id },
        ...{ position: at + 1, bytes: Buffer.of(1) },
      }))
      await tx.insertInto('import_file_chunk').values(more).execute()
      return pieces.length + more.length
    })
    expect(kept).toBe(mostStoredMebibytes - 1)
    const before = await countFiles()
    const twoPieces = `${small}${'2;02/12/2015;Werk\n'.repeat(80_000)}`
    expect(await codeOf(send(town.lies, twoPieces))).toEqual([409, 'import_files_full'])
    expect(await countFiles()).toBe(before)
    expect((await send(town.lies, small)).status).toBe(201)
    expect(await codeOf(send(town.lies, small))).toEqual([409, 'import_files_full'])
    expect(await countFiles()).toBe(before + 1)
    // Westdijk has room of its own, and Oostdijk has room again when a file is gone.
    expect((await send(town.liesOfWestdijk, small)).status).toBe(201)
    const gone = await town.lies.ask(`/api/v1/imports/${id}/file`, { method: 'DELETE', body: {} })
    expect(gone.status).toBe(204)
    expect((await send(town.lies, small)).status).toBe(201)
  })

  test('are whole: of one that broke off on its way nothing stays', async () => {
    const before = await countFiles()
    const broken = new ReadableStream<Uint8Array>({
      start: (stream) => stream.enqueue(new TextEncoder().encode(small.repeat(60_000))),
      pull: async (stream) => {
        await expect.poll(countFiles, { timeout: 20_000 }).toBe(before + 1)
        stream.error(new Error('the line is cut'))
      },
    })
    const sent = town.lies.send(`/api/v1/imports/files?id=${makeUuid()}&name=half.csv`, broken)
    await expect(sent).rejects.toThrow()
    await expect.poll(countFiles, { timeout: 20_000 }).toBe(before)
    // And what a server left that died meanwhile, before it was there or before anybody looked at it, is forgotten within
    // the hour after.
    const { city, people } = town.oostdijk
    const left = (sha256: string | null) => ({
      ...{ city_id: city.id, id: importId.parse(makeUuid()), member_id: people.lies.id },
      ...{ file_name: 'x', attempt: makeUuid(), sha256 },
    })
    await asActor(town.db, lies(), (tx) =>
      tx
        .insertInto('import_file')
        .values([left(null), left('0'.repeat(64))])
        .execute(),
    )
    await forgetImportFiles(town.db, new Date(Date.now() + 30 * 60_000))
    expect(await countFiles()).toBe(before + 2)
    await forgetImportFiles(town.db, new Date(Date.now() + 61 * 60_000))
    expect(await countFiles()).toBe(before)
  })
})
