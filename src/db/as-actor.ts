import { CompiledQuery } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { type CityId, cityId, invitationId, memberId, organizationId } from '../domain/id.ts'
import { role } from '../domain/people/member.ts'
import type { Database, Question, Tx } from './database.ts'

/**
 * THE DOOR. Nobody reaches a city's rows but through it: one transaction, whose first round trip takes the
 * application role and says who asks, so that row-level security has the last word.
 * Rolls back when `work` throws.
 */
export const asActor = async <T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(db, enter(actor), work)

/**
 * The door for one question, in one round trip: begin, ask and end go out together. If it cannot begin, the question meets
 * a role that may do nothing. `first` is asked before it: a lock that it must find taken.
 */
export const askAsActor = <Row>(
  db: Database,
  actor: Actor,
  question: Question<Row>,
  first: readonly Question<unknown>[] = [],
): Promise<Row[]> => db.askTogether([enter(actor), ...first], question)

/**
 * The door for whoever was at it a moment ago, in one round trip: as the auth role `isStill` fails when it is somebody else
 * by now, and so does the whole transaction; the question goes along as who it was. Whoever it fails for is looked up
 * and asks again: nothing was done, and nothing is seen.
 */
export const askAsBefore = <Row>(
  db: Database,
  actor: Actor,
  isStill: Question<unknown>,
  question: Question<Row>,
  first: readonly Question<unknown>[] = [],
): Promise<Row[]> => db.askTogether([enterAuth, isStill, take(actor), ...first], question)

const enterAuth = 'BEGIN; SET LOCAL ROLE brugwijzer_auth'

/** A transaction of one actor that stays open until it is closed: for answers that are read bit by bit. */
export interface Held {
  readonly tx: Tx
  /** Ends the transaction; a second time does nothing. */
  readonly close: () => Promise<void>
}

/** The door for an answer that is longer than a function call: whoever asks for it closes it, whatever happens. */
export async function holdAsActor(db: Database, actor: Actor): Promise<Held> {
  const opened = Promise.withResolvers<Tx>()
  const closed = Promise.withResolvers<void>()
  const running = asActor(db, actor, (tx) => {
    opened.resolve(tx)
    return closed.promise
  })
  running.catch(opened.reject)
  const tx = await opened.promise
  return {
    tx,
    close: () => {
      closed.resolve()
      return running
    },
  }
}

/**
 * How a city begins: `found` makes its row as the auth role, `settle` fills it as the command line of that city, both
 * or neither. Undefined when `found` makes none.
 */
export const asFounder = <T>(
  db: Database,
  found: (tx: Tx) => Promise<CityId | undefined>,
  settle: (tx: Tx, cityId: CityId) => Promise<T>,
): Promise<T | undefined> =>
  inTransaction(db, enterAuth, async (tx) => {
    const id = await found(tx)
    if (!id) return undefined
    await tx.executeQuery(CompiledQuery.raw(take({ kind: 'cli', cityId: id })))
    return settle(tx, id)
  })

/**
 * Within the actor's own transaction: what concerns accounts and sessions, as the auth role. Afterwards `tx` is the
 * actor's again.
 */
export async function asAuthWithin<T>(tx: Tx, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  await tx.executeQuery(CompiledQuery.raw('SET LOCAL ROLE brugwijzer_auth'))
  const done = await work(tx)
  await tx.executeQuery(CompiledQuery.raw(take(actor)))
  return done
}

const inTransaction = <T>(db: Database, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.app.connection().execute(async (tx) => {
    // Not awaited: the first question of `work` follows in the same round trip, and without its actor may read nothing.
    const begun = tx.executeQuery(CompiledQuery.raw(begin))
    const [done, ready] = await Promise.allSettled([work(tx), begun])
    const failed = [ready, done].find((part) => part.status === 'rejected')
    if (failed || done.status === 'rejected') {
      await tx.executeQuery(CompiledQuery.raw('ROLLBACK'))
      throw failed?.reason
    }
    // PostgreSQL answers the COMMIT of a transaction that failed within with ROLLBACK, and no error.
    const { rows } = await tx.executeQuery<{ command?: string }>(CompiledQuery.raw('COMMIT'))
    if (rows[0]?.command === 'ROLLBACK') throw new Error('the transaction failed within and was rolled back')
    return done.value
  })

const roles = z.array(role)

/** Values only after strict parsing: SET LOCAL takes no parameters. (set_config() would; Citus does not pass it on.) */
const enter = (actor: Actor): string => `BEGIN; ${take(actor)}`

function take(actor: Actor): string {
  const settings = [`SET LOCAL app.city = '${cityId.parse(actor.cityId)}'`]
  if (actor.kind === 'member') {
    settings.push(`SET LOCAL app.member = '${memberId.parse(actor.memberId)}'`)
    settings.push(`SET LOCAL app.organization = '${organizationId.parse(actor.organizationId)}'`)
    settings.push(`SET LOCAL app.roles = '${roles.parse(actor.roles).join(',')}'`)
  } else {
    settings.push(`SET LOCAL app.roles = '${actor.kind}'`)
    if (actor.kind === 'link') {
      settings.push(`SET LOCAL app.link = '${invitationId.parse(actor.invitationId)}'`)
      settings.push(`SET LOCAL app.moment = '${actor.at.toISOString()}'`)
    }
  }
  return `SET LOCAL ROLE brugwijzer_app; ${settings.join('; ')}`
}
