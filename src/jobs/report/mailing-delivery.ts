import { asActor } from '../../db/as-actor.ts'
import type { Database } from '../../db/database.ts'
import { findFrozen } from '../../db/report/frozen-report-store.ts'
import { claimLetter, noteLetter } from '../../db/report/letter-store.ts'
import { findMailing, type Mailing } from '../../db/report/mailing-store.ts'
import { reportFileName } from '../../documents/format/report-file-name.ts'
import type { City } from '../../domain/city.ts'
import type { MailingId } from '../../domain/id.ts'
import { publicReportPath } from '../../domain/public-address.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { heaviestFiles, isOfServer } from '../../domain/report/mailing.ts'
import { reportMediaType } from '../../domain/report/report-format.ts'
import type { Mail, Mailer } from '../../mail/mailer.ts'
import { reportMail } from '../../mail/report-letter.ts'
import { frozenFile } from './frozen-file.ts'

export interface Post {
  readonly db: Database
  readonly mailer: Mailer | undefined
  /** Begins every link. */
  readonly baseUrl: string
  readonly now: () => Date
}

/**
 * Hands every letter of the city that waits to the mail server, one after the other, and notes what became of it. Several
 * may do so at once: each takes letters that no other has. A letter that was on its way when its server died goes out
 * again, under the same message id.
 */
export async function deliverLetters(post: Post, city: City, signal: AbortSignal): Promise<void> {
  const { db, mailer, now } = post
  if (!mailer) return
  const actor = { kind: 'job', cityId: city.id } as const
  let made: { readonly id: MailingId; readonly mail: MailFor | Refusal } | undefined
  while (!signal.aborted) {
    const letter = await asActor(db, actor, (tx) => claimLetter(tx, now()))
    if (!letter) return
    if (made?.id !== letter.mailingId)
      made = { id: letter.mailingId, mail: await makeMail(post, city, letter.mailingId) }
    const { mail } = made
    const refusal = isRefusal(mail) ? mail : await mailer.send({ ...mail(letter.address), id: letter.id })
    const failure = refusal && { code: refusal.code, isOfAll: isOfServer(refusal.code) }
    await asActor(db, actor, (tx) => noteLetter(tx, letter, { at: now(), failure }))
  }
}

type MailFor = (address: string) => Mail

/** Refuses what findFrozen refuses, and files that no mail server takes: `mail_too_large`. */
async function makeMail(post: Post, city: City, id: MailingId): Promise<MailFor | Refusal> {
  const actor = { kind: 'job', cityId: city.id } as const
  const { mailing, frozen } = await asActor(post.db, actor, async (tx) => {
    const mailing = await findMailing(tx, id)
    return { mailing, frozen: mailing && (await findFrozen(tx, mailing.snapshotId, mailing.audience)) }
  })
  if (!mailing || mailing.replyTo === null || !frozen) return refuse('not_found')
  if (isRefusal(frozen)) return frozen
  const { audience, language, message, madeBy: by, replyTo } = mailing
  const files: NonNullable<Mail['files']>[number][] = []
  for (const format of mailing.formats) {
    const wanted = { snapshotId: mailing.snapshotId, format, language, audience }
    const { source, bytes } = await frozenFile(post.db, actor, city, frozen, wanted)
    files.push({ name: reportFileName(source, [audience]), type: reportMediaType[format], bytes })
  }
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > heaviestFiles) return refuse('mail_too_large')
  const { period } = frozen.report
  const link = linkTo(post.baseUrl, city, mailing, frozen.publication)
  const letter = { language, city: city.name, by, period, audience, message, link }
  return (to) => ({ ...reportMail({ ...letter, to }), files, replyTo })
}

/** The world's page, or the coordinator's. Who reads for the council may have no way in. */
function linkTo(
  baseUrl: string,
  { code }: City,
  { audience, snapshotId, language }: Mailing,
  publication: Parameters<typeof publicReportPath>[1] | undefined,
): string | undefined {
  if (audience === 'coordinator') return `${baseUrl}/reports/frozen/${snapshotId}`
  if (audience === 'council' || !publication) return undefined
  return baseUrl + publicReportPath({ city: code, language }, { id: publication.id })
}
