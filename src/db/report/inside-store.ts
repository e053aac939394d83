import { sql } from 'kysely'
import type { Period, Share } from '../../domain/report/half-year-report.ts'
import {
  type HelpLevel,
  helpLevelCodes,
  helpLevelsOf,
  type InsideFigures,
} from '../../domain/report/inside-figures.ts'
import { afterStatuses } from '../../domain/report/proposal/after-proposal.ts'
import { sharesOf } from '../../domain/report/report-figures.ts'
import type { Tx } from '../database.ts'

/** Of the requests that the actor may read and nobody voided. */
export const countInside = async (tx: Tx, period: Period): Promise<InsideFigures> => ({
  afterThemes: await countAfterThemes(tx, period),
  helpLevels: await countHelpLevels(tx, period),
  unfinished: await countUnfinished(tx, period),
  walkedAlong: await countWalkedAlong(tx, period),
})

/** No sensitive code is in it: such a status stands on no row, and a row names its theme only. */
async function countAfterThemes(tx: Tx, period: Period): Promise<Share[]> {
  const counts = await counted(tx, period)
    .where('status', 'in', afterStatuses)
    .groupBy('theme')
    .select(({ fn }) => ['theme as code', fn.countAll<number>().as('requests')])
    .execute()
  return sharesOf(
    counts,
    counts.reduce((sum, { requests }) => sum + requests, 0),
  )
}

async function countHelpLevels(tx: Tx, period: Period): Promise<HelpLevel[]> {
  const counts = await counted(tx, period)
    .where('who_did_it', 'in', helpLevelCodes)
    .groupBy(['theme', 'who_did_it'])
    .select(({ fn }) => ['theme', 'who_did_it as whoDidIt', fn.countAll<number>().as('requests')])
    .execute()
  return helpLevelsOf(counts)
}

/** How many say little yet: their theme, and that somebody came. */
export async function countUnfinished(tx: Tx, period: Period): Promise<number> {
  const { requests } = await counted(tx, period)
    .where('unfinished', '=', true)
    .select(({ fn }) => fn.countAll<number>().as('requests'))
    .executeTakeFirstOrThrow()
  return requests
}

/** Requests in which somebody walked along and said how long that took, and those minutes together. */
const countWalkedAlong = (tx: Tx, period: Period) =>
  counted(tx, period)
    .where('minutes', 'is not', null)
    .where(sql<boolean>`'accompany' = any(actions)`)
    .select(({ fn }) => fn.countAll<number>().as('requests'))
    .select(sql<number>`coalesce(sum(minutes), 0)::int`.as('minutes'))
    .executeTakeFirstOrThrow()

const counted = (tx: Tx, { from, to }: Period) =>
  tx
    .selectFrom('help_request')
    .where('received_on', '>=', from)
    .where('received_on', '<=', to)
    .where('voided_at', 'is', null)
