import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importDetail } from '../../src/contract/import.ts'
import { asActor } from '../../src/db/as-actor.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import { bring, finish, type ImportTown, openImportTown, takeColumns } from '../import-town.ts'
import { read } from '../open-server.ts'

let town: ImportTown
beforeAll(async () => {
  town = await openImportTown()
}, 120_000)
afterAll(() => town[Symbol.asyncDispose]())

const small = 'nr;datum;thema\n1;01/12/2015;Wonen\n'

describe('work that breaks off', () => {
  test('shows so when the server has died, and begins again', async () => {
    const detail = await takeColumns(town, await bring(town.lies, small))
    await finish(town.lies, detail.id, 'trial')
    // What a server leaves that dies in the middle of a run: its transaction is gone, its last word is old.
    await asActor(town.db, town.oostdijk.people.lies.actor, (tx) =>
      tx
        .updateTable('import_file')
        .set({ task: 'run', task_id: makeUuid(), ended_at: null, phase: 'writing' })
        .set({ heartbeat_at: new Date(Date.now() - 60_000) })
        .where('id', '=', detail.id)
        .execute(),
    )
    const broken = await read(importDetail, town.lies.ask(`/api/v1/imports/${detail.id}`))
    expect(broken).toMatchObject({ state: 'broken_off', progress: null, imported: null })
    expect(await finish(town.lies, detail.id, 'run')).toMatchObject({ state: 'done', imported: 1 })
  })

  test('is refused with the reason when the file is broken further on', async () => {
    const rows = Array.from({ length: 400 }, (_, row) => `${row};01/12/2015;Wonen`)
    const detail = await takeColumns(
      town,
      await bring(town.lies, ['nr;datum;thema', ...rows, '9;"'].join('\n')),
    )
    const refused = await finish(town.lies, detail.id, 'trial')
    expect(refused).toMatchObject({ state: 'refused', refusal: { code: 'file_cut_off' }, answer: null })
    expect(refused.refusal?.title).toContain('402')
  })
})
