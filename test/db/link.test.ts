import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asActor } from '../../src/db/as-actor.ts'
import type { Tx } from '../../src/db/database.ts'
import { addInvitation, renewInvitation, withdrawInvitation } from '../../src/db/people/invitation-store.ts'
import { acceptInvitation, findByLink } from '../../src/db/people/joining-store.ts'
import { addMember } from '../../src/db/people/member-store.ts'
import { makeUuid } from '../../src/db/uuid.ts'
import {
  type AccountId,
  accountId,
  type InvitationId,
  invitationId,
  type MemberId,
  memberId,
} from '../../src/domain/id.ts'
import type { Role } from '../../src/domain/people/member.ts'
import { openTestDatabase } from '../database.ts'
import { accepted } from '../fixtures/import/oostdijk-rules.ts'
import { buildOostdijk, type Town } from '../story.ts'

let db: Awaited<ReturnType<typeof openTestDatabase>>
let oostdijk: Town
let stranger: AccountId
const now = new Date('2026-03-02T09:00:00.123Z')
const late = new Date('2026-03-10T09:00:00Z')

beforeAll(async () => {
  db = await openTestDatabase()
  oostdijk = await buildOostdijk(db)
  stranger = (
    await db.auth
      .insertInto('account')
      .values({ id: accountId.parse(makeUuid()), email: 'bob@nieuw.example.org', name: 'Bob' })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id
})
afterAll(() => db[Symbol.asyncDispose]())

async function invite(known: MemberId | null = null): Promise<InvitationId> {
  const id = invitationId.parse(makeUuid())
  const asked = {
    id,
    email: `${id}@nieuw.example.org`,
    name: 'Bob',
    roles: ['guide'],
    language: 'nl',
  } as const
  const place = { organizationId: oostdijk.welcomeHouse, coachId: null, memberId: known }
  const ticket = { digest: id, isMailed: true, now, accountId: undefined }
  await asActor(db, oostdijk.people.tom.actor, (tx) =>
    addInvitation(tx, oostdijk.people.tom.actor, { ...asked, ...place }, ticket),
  )
  return id
}
const asLink = <T>(id: InvitationId, work: (tx: Tx) => Promise<T>, at = now) =>
  asActor(db, { kind: 'link', cityId: oostdijk.city.id, invitationId: id, at }, work)
const newMember = (others: { roles?: Role[]; account_id?: null } = {}) => ({
  city_id: oostdijk.city.id,
  id: memberId.parse(makeUuid()),
  organization_id: oostdijk.welcomeHouse,
  name: 'Bob',
  roles: ['guide'] satisfies Role[],
  account_id: stranger,
  ...others,
})
const idsIn = (table: 'invitation' | 'member' | 'organization') => (tx: Tx) =>
  tx.selectFrom(table).select('id').execute()
const accept = (id: InvitationId, acceptedAt: Date, joined: MemberId) => (tx: Tx) =>
  tx
    .updateTable('invitation')
    .set({ accepted_at: acceptedAt, member_id: joined })
    .where('id', '=', id)
    .returning('id')
    .execute()

describe('whoever holds the link of an invitation in Oostdijk', () => {
  test('sees that invitation and nothing else: no colleague, no organisation, no other invitation', async () => {
    await invite()
    const id = await invite()
    expect(await asLink(id, idsIn('invitation'))).toEqual([{ id }])
    expect(await asLink(id, idsIn('member'))).toEqual([])
    expect(await asLink(id, idsIn('organization'))).toEqual([])
    for (const table of ['calendar_event', 'code_list_item_version', 'help_request', 'audit_event'] as const)
      expect(await asLink(id, (tx) => tx.selectFrom(table).select('id').execute())).toEqual([])
  })

  test('sees the one member of the import whom it is for', async () => {
    const bob = { organizationId: oostdijk.welcomeHouse, name: 'Toeleider B', roles: [], accountId: null }
    const known = await asActor(db, oostdijk.cli, (tx) => addMember(tx, oostdijk.city.id, bob))
    expect(await asLink(await invite(known), idsIn('member'))).toEqual([{ id: known }])
  })

  test('joins once, as the invitation says and no more, and then sees nothing any more', async () => {
    const id = await invite()
    const asked = newMember()
    const join = (values: ReturnType<typeof newMember>) => (tx: Tx) =>
      tx.insertInto('member').values(values).execute()
    await expect(asLink(id, join(newMember({ roles: ['admin'] })))).rejects.toThrow(/row-level security/)
    await expect(asLink(id, join(newMember({ account_id: null })))).rejects.toThrow(/row-level security/)
    await expect(asLink(id, accept(id, late, asked.id))).rejects.toThrow(/row-level security/)
    await asLink(id, async (tx) => {
      await join(asked)(tx)
      await accept(id, now, asked.id)(tx)
      expect(await idsIn('member')(tx)).toEqual([{ id: asked.id }])
    })
    const later = new Date(now.getTime() + 1000)
    expect(await asLink(id, idsIn('invitation'), later)).toEqual([])
    expect(await asLink(id, idsIn('member'), later)).toEqual([])
    await expect(asLink(id, join(newMember()))).rejects.toThrow(/row-level security/)
    expect(await asLink(id, accept(id, now, asked.id))).toEqual([])
  })

  test.each(['withdrawn', 'over'])('may nothing once it is %s', async (end) => {
    const id = await invite()
    const { actor } = oostdijk.people.tom
    if (end === 'withdrawn') await asActor(db, actor, (tx) => withdrawInvitation(tx, actor, id, now))
    const at = end === 'over' ? late : now
    expect(await asLink(id, idsIn('invitation'), at)).toEqual([])
    const join = asLink(id, (tx) => tx.insertInto('member').values(newMember()).execute(), at)
    await expect(join).rejects.toThrow(/row-level security/)
    expect(await asLink(id, accept(id, at, memberId.parse(makeUuid())), at)).toEqual([])
  })
})

test('a link that was replaced between reading and accepting opens nothing any more', async () => {
  const id = await invite()
  const passwordHash = 'not looked at here'
  const found = accepted(await findByLink(db, id, now))
  const { actor } = oostdijk.people.tom
  const newer = { digest: `newer ${id}`, isMailed: true, now }
  await asActor(db, actor, (tx) => renewInvitation(tx, actor, id, newer))
  expect(await acceptInvitation(db, found, { passwordHash, now })).toMatchObject({ code: 'link_unknown' })
  const again = accepted(await findByLink(db, newer.digest, now))
  expect(await acceptInvitation(db, again, { passwordHash, now })).toEqual(expect.any(String))
})
