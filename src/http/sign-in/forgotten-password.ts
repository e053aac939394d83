import type { Context } from 'hono'
import { addPasswordLink, findForgetful } from '../../db/people/password-link-store.ts'
import { takeAttempt } from '../../db/people/sign-in-store.ts'
import { passwordMail } from '../../mail/letter.ts'
import type { RequestEnv } from '../context.ts'
import { keyOf } from './door.ts'
import { makeToken, passwordLink } from './one-time-token.ts'

/**
 * Mails a link to choose a new password, when the address is known and its mailbox has not had enough of them. Nobody
 * waits for it, so what goes wrong goes to the log, as a code.
 */
export async function mailForgotten(c: Context<RequestEnv>, email: string): Promise<void> {
  const { log, mailer } = c.var.services
  const { requestId } = c.var
  try {
    const mail = await prepare(c, email)
    const failure = mail && (await mailer?.send(mail))
    if (failure) log.error({ requestId, code: failure.code }, 'a mail was not sent')
  } catch (error) {
    log.error({ requestId, name: error instanceof Error ? error.name : '' }, 'a mail was not sent')
  }
}

async function prepare(c: Context<RequestEnv>, email: string) {
  const { db, baseUrl, now } = c.var.services
  const account = await findForgetful(db, email)
  if (!account) return undefined
  const closed = await takeAttempt(db, { kind: 'mailbox', key: keyOf(c, email) }, now())
  if (closed !== undefined) return undefined
  const { token, digest } = makeToken()
  await addPasswordLink(db, account.id, { digest, isMailed: true }, now())
  const link = passwordLink(baseUrl, token)
  return passwordMail({ to: account.email, name: account.name, link, language: c.var.language })
}
