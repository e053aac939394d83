import { sql } from 'kysely'
import type { Tx } from '../database.ts'

/** Every desk of the actor's city by name: a closed one has its requests still. */
export const listRequestDesks = (tx: Tx) =>
  tx.selectFrom('desk').select(['id', 'name']).orderBy('name').execute()

/**
 * The people whose requests the actor may see, by name: of the city for a coordinator, of the own organisation for who
 * guides there, of the own team for a coach. It says of members what the policy help_request_read says of requests.
 * Who is known from an import only has no role.
 */
export const listRequestGuides = (tx: Tx) =>
  tx
    .selectFrom('member')
    .select(['id', 'name'])
    .where(sql<boolean>`(roles = '{}' or roles && array['guide', 'bridge_figure'])`)
    .where(
      sql<boolean>`(app_is('coordinator')
        or (app_is('guide', 'bridge_figure') and organization_id = app_organization())
        or (app_is('coach') and coach_id = app_member()))`,
    )
    .orderBy('name')
    .orderBy('id')
    .execute()

/** Who looks after a request that the actor may see, since its guide left; by name. */
export const listRequestCaretakers = (tx: Tx) =>
  tx
    .selectFrom('member as m')
    .select(['m.id', 'm.name'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('help_request as r')
          .select('r.id')
          .whereRef('r.city_id', '=', 'm.city_id')
          .whereRef('r.caretaker_id', '=', 'm.id')
          .where('r.voided_at', 'is', null),
      ),
    )
    .orderBy('m.name')
    .orderBy('m.id')
    .execute()
