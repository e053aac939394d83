import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { asActor } from '../src/db/as-actor.ts'
import { foundCity } from '../src/db/city/town-store.ts'
import { connect } from '../src/db/database.ts'
import { ensureAccount, givePassword } from '../src/db/people/account-store.ts'
import { addMember, listOrganizations } from '../src/db/people/member-store.ts'
import { isRefusal } from '../src/domain/refusal.ts'
import { hashPassword } from '../src/http/sign-in/password.ts'
import { languageName } from '../src/text/format.ts'

export const coordinator = { email: 'lies@oostdijk.example.org', password: randomBytes(12).toString('hex') }

/** The town of the measurements: Oostdijk with one coordinator and `rows` help requests, `perDay` on each day. */
export async function buildTown(
  adminUrl: string,
  loginPassword: string,
  rows: number,
  perDay: number,
): Promise<string> {
  const db = connect(adminUrl, loginPassword)
  const passwordHash = await hashPassword(coordinator.password)
  if (isRefusal(passwordHash)) throw new Error(passwordHash.code)
  const cityId = await foundCity(db, {
    city: { code: 'oostdijk', name: 'Oostdijk', timeZone: 'Europe/Brussels', isDemo: false },
    administrator: { email: 'tom@oostdijk.example.org', passwordHash },
    languageName: (tag, language) => languageName(language, tag),
  })
  if (!cityId) throw new Error('Oostdijk exists already')
  const accountId = await ensureAccount(db, coordinator.email, 'Lies')
  await givePassword(db, accountId, passwordHash)
  await asActor(db, { kind: 'cli', cityId }, async (tx) => {
    const [organization] = await listOrganizations(tx)
    if (!organization) throw new Error('Oostdijk has no organisation')
    const roles = ['coordinator', 'guide'] as const
    await addMember(tx, cityId, { organizationId: organization.id, name: 'Lies', roles, accountId })
  })
  await db.close()
  await seedRows(adminUrl, rows, perDay)
  return cityId
}

/** The last day that has requests, and days are filled backwards from it. */
export const lastDay = '2026-06-30'

const seed = `
  insert into help_request (city_id, id, visit_id, received_at, received_on, desk_id, guide_id, organization_id,
    client_kind, status, nationality, contact_language, theme, sub_theme, actions, who_did_it, outcome, barriers, minutes)
  select c.id, gen_random_uuid(), gen_random_uuid(), day + time '08:00' + (i % 500) * interval '1 minute', day,
    d.id, m.id, m.organization_id,
    (array['woman','woman','woman','man','man','family','unknown'])[1 + i * 7 % 7],
    (array['newcomer','long_settled','long_settled','other','in_programme','not_asked'])[1 + i * 5 % 6],
    (array['RU','RU','RU','MA','MA','SY','AM','UA','BG','BE','DZ','GN','IQ','FR','RO','AF','SO','PL','TR','KZ'])[1 + i * 13 % 20],
    (array['rus','ara','nld','ary','fra','eng','che','inh'])[1 + i * 11 % 8],
    t.code, null,
    (array['{inform}','{explain_letter,inform}','{phone}','{fill_form,phone}','{refer}'])[1 + i % 5]::text[],
    (array['done_for','done_together','done_self_supported','done_self'])[1 + i % 4],
    (array['answered','answered','answered','referred_pending','no_offer','open'])[1 + i * 3 % 6],
    case when i % 6 = 0 then '{language}'::text[] else '{}' end, 5 + i % 40
  from generate_series(0, $1::int - 1) as i
  cross join lateral (select date '${lastDay}' - i / $2::int as day) as days
  cross join city c
  join desk d on d.city_id = c.id
  join member m on m.city_id = c.id and m.name = 'Lies'
  join lateral (select code from code_list_item where city_id = c.id and list = 'theme' and parent is null
    order by position offset i * 7 % 16 limit 1) as t on true`

async function seedRows(adminUrl: string, rows: number, perDay: number): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(seed, [rows, perDay])
  await admin.query(`insert into help_request_sensitive (city_id, id, received_on, guide_id, organization_id, status)
    select city_id, id, received_on, guide_id, organization_id, 'no_legal_stay' from help_request
    where status = 'not_asked' and hashtext(id::text) % 10 = 0`)
  await admin.query('vacuum analyze')
  await admin.end()
}
