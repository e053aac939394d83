import { CompiledQuery } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { cityId, memberId, organizationId } from '../domain/id.ts'
import { role } from '../domain/member.ts'
import type { Database, Tx } from './database.ts'

/**
 * THE DOOR. Nobody reaches a city's rows but through it: one transaction, whose first round trip takes the
 * application role and says who asks, so that row-level security has the last word.
 * Rolls back when `work` throws.
 */
export const asActor = <T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.app.connection().execute(async (tx) => {
    await tx.executeQuery(CompiledQuery.raw(enter(actor)))
    try {
      const result = await work(tx)
      await tx.executeQuery(CompiledQuery.raw('COMMIT'))
      return result
    } catch (error) {
      await tx.executeQuery(CompiledQuery.raw('ROLLBACK'))
      throw error
    }
  })

const roles = z.array(role)

/** Values only after strict parsing: SET LOCAL takes no parameters. (set_config() would; Citus does not pass it on.) */
function enter(actor: Actor): string {
  const settings = [`SET LOCAL app.city = '${cityId.parse(actor.cityId)}'`]
  if (actor.kind === 'member') {
    settings.push(`SET LOCAL app.member = '${memberId.parse(actor.memberId)}'`)
    settings.push(`SET LOCAL app.organization = '${organizationId.parse(actor.organizationId)}'`)
    settings.push(`SET LOCAL app.roles = '${roles.parse(actor.roles).join(',')}'`)
  } else {
    settings.push(`SET LOCAL app.roles = '${actor.kind}'`)
  }
  return `BEGIN; SET LOCAL ROLE brugwijzer_app; ${settings.join('; ')}`
}
