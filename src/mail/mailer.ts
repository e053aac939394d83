import { createTransport } from 'nodemailer'
import { isLoopback } from '../domain/host.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'

export interface MailSettings {
  /** smtp://user:password@host:port or smtps://… */
  readonly smtpUrl: string
  /** Onthaal Oostdijk <onthaal@oostdijk.example.org>, or the address alone. */
  readonly from: string
}

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same for every try of one letter, so that a mail server that has it already knows. */
  readonly id?: string
  /** Whom an answer reaches, when it is not us. */
  readonly replyTo?: string
  readonly files?: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[]
}

export interface Mailer {
  /**
   * Hands one mail to the mail server. Refuses, in words of ours and never the server's: `mail_unreachable`,
   * `mail_timeout`, `mail_sign_in`, `mail_refused`.
   */
  readonly send: (mail: Mail) => Promise<Refusal | undefined>
}

// Somebody waits on a page for the answer.
const patience = { connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 8000, dnsTimeout: 5000 }
const longest = 15_000

export function openMailer({ smtpUrl, from }: MailSettings): Mailer {
  const transport = createTransport({ ...optionsOf(smtpUrl), ...patience }, { from })
  return {
    send: async ({ to, subject, text, html, id, replyTo, files = [] }) => {
      try {
        // The address as an object: what somebody types as a name or an address never becomes a second recipient.
        const signal = AbortSignal.timeout(longest)
        const attachments = files.map(({ name, type, bytes }) => ({
          ...{ filename: name, contentType: type, content: Buffer.from(bytes) },
        }))
        await transport.sendMail({
          ...{ to: { name: '', address: to }, subject, text, html, attachments, signal },
          ...(id ? { messageId: `<${id}@${domainOf(from)}>` } : {}),
          ...(replyTo ? { replyTo: { name: '', address: replyTo } } : {}),
        })
        return undefined
      } catch (error) {
        return refuse(codeOf(error))
      }
    },
  }
}

const domainOf = (from: string): string => /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'

function optionsOf(smtpUrl: string) {
  const url = new URL(smtpUrl)
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const auth = url.username
    ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
    : undefined
  return {
    host,
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    // A password never travels over an open line.
    requireTLS: !secure && auth !== undefined && !isLoopback(host),
    ...(auth ? { auth } : {}),
  }
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'mail_sign_in'
  if (code === 'ETIMEDOUT' || code === 'EABORT') return 'mail_timeout'
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return 'mail_refused'
  return 'mail_unreachable'
}
