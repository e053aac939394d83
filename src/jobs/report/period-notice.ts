import { asActor } from '../../db/as-actor.ts'
import { addressesWith, type MailedMember } from '../../db/people/address-store.ts'
import {
  claimPeriodLetter,
  type DuePeriod,
  listDuePeriods,
  notePeriodLetter,
} from '../../db/report/ended-period-store.ts'
import type { City } from '../../domain/city.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { rolesWith } from '../../domain/people/right.ts'
import { isOfServer } from '../../domain/report/mailing.ts'
import { periodMail } from '../../mail/period-letter.ts'
import type { Post } from './mailing-delivery.ts'

/** Tells the coordinators of the city, once each, that a period is over. The demo tells nobody. */
export async function tellEndedPeriods(
  post: Post,
  city: City,
  { today, signal }: { readonly today: LocalDate; readonly signal: AbortSignal },
): Promise<void> {
  if (!post.mailer || city.isDemo) return
  const actor = { kind: 'job', cityId: city.id } as const
  const due = await asActor(post.db, actor, (tx) => listDuePeriods(tx, today))
  if (due.length === 0) return
  const coordinators = await addressesWith(post.db, city.id, rolesWith('reports.freeze'))
  for (const period of due)
    for (const person of coordinators) if (!signal.aborted) await tell(post, city, period, person)
}

async function tell(
  { db, mailer, baseUrl, now }: Post,
  city: City,
  period: DuePeriod,
  { memberId, email: to, name, language }: MailedMember,
): Promise<void> {
  const actor = { kind: 'job', cityId: city.id } as const
  const claim = { memberId, now: now() }
  const id = await asActor(db, actor, (tx) => claimPeriodLetter(tx, city.id, period, claim))
  if (!id || !mailer) return
  const { from, to: last, partOf } = period
  const query = new URLSearchParams({ from, to: last, ...(partOf ? { project: partOf.id } : {}) })
  const link = `${baseUrl}/reports?${query}`
  const mail = periodMail({ to, name, language, city: city.name, period, link })
  const failure = (await mailer.send({ ...mail, id }))?.code
  // A mail server that is away takes it later.
  if (failure !== undefined && isOfServer(failure)) return
  await asActor(db, actor, (tx) => notePeriodLetter(tx, id, { at: now(), failure }))
}
