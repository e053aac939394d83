import type { Context } from 'hono'
import { asActor } from '../../db/as-actor.ts'
import { writeAuditEvent } from '../../db/audit-store.ts'
import { emailsOf } from '../../db/people/address-store.ts'
import { findMember } from '../../db/people/member-store.ts'
import { addPasswordLink, countCities, findForgetful } from '../../db/people/password-link-store.ts'
import type { MemberId } from '../../domain/id.ts'
import { actorOf } from '../../domain/people/session.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
import { passwordMail } from '../../mail/letter.ts'
import type { RequestEnv } from '../context.ts'
import { makeToken, passwordLink } from '../sign-in/one-time-token.ts'

/**
 * A link by which a member chooses a new password: mailed, else handed over by the administrator. Refuses somebody
 * without a password (`member_no_password`), and to hand over the link of somebody who works in another city too
 * (`link_other_city`): it would open that city as well.
 */
export async function makePasswordLink(c: Context<RequestEnv>, id: MemberId) {
  const { db, mailer, baseUrl, now } = c.var.services
  const actor = actorOf(c.var.signedIn)
  const member = await asActor(db, actor, (tx) => findMember(tx, id))
  if (!member) return refuse('not_found')
  const [email] = member.accountId ? (await emailsOf(db, [member.accountId])).values() : []
  const account = email && !member.disabledAt ? await findForgetful(db, email) : undefined
  if (!account) return refuse('member_no_password', { name: member.name })
  const mayHandOver = (await countCities(db.auth, account.id)) === 1
  if (!mailer && !mayHandOver) return refuse('link_other_city', { name: member.name })
  const makeLink = async (isMailed: boolean) => {
    const { token, digest } = makeToken()
    await addPasswordLink(db, account.id, { digest, isMailed }, now())
    return passwordLink(baseUrl, token)
  }
  const { language } = c.var
  const failure =
    mailer &&
    (await mailer.send(
      passwordMail({ to: account.email, name: member.name, link: await makeLink(true), language }),
    ))
  const isSent = mailer !== undefined && !failure
  await asActor(db, actor, (tx) =>
    writeAuditEvent(tx, actor, { event: 'password_link.made', subjectId: id, details: { mailed: isSent } }),
  )
  return {
    mail: isSent ? ('sent' as const) : failure ? ('failed' as const) : ('none' as const),
    mailFailure: isRefusal(failure) ? failure.code : null,
    // Another than the one in the mail, which may have come through after all.
    link: isSent || !mayHandOver ? null : await makeLink(false),
  }
}
