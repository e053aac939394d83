import { type AddressObject, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface ReceivedMail {
  readonly to: string
  readonly from: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly replyTo: string
  readonly id: string
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

export interface MailServer {
  /** For SMTP_URL. */
  readonly url: string
  readonly mails: readonly ReceivedMail[]
  /** The newest mail to this address, as soon as there are `count` of them. */
  readonly mailTo: (address: string, count?: number) => Promise<ReceivedMail>
  readonly close: () => Promise<void>
}

/** A real mail server on a free port. It takes every mail but those to …@refused.example.org. */
export async function openMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = []
  const waiting = new Set<() => void>()
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: ({ address }, _session, done) =>
      done(address.endsWith('@refused.example.org') ? new Error('no such mailbox') : null),
    onData: (stream, _session, done) => {
      void simpleParser(stream).then((mail) => {
        mails.push({
          to: addressesOf(mail.to),
          from: addressesOf(mail.from),
          subject: mail.subject ?? '',
          text: mail.text ?? '',
          html: mail.html || '',
          replyTo: addressesOf(mail.replyTo),
          id: mail.messageId ?? '',
          files: mail.attachments.map(({ filename, content }) => ({ name: filename ?? '', bytes: content })),
        })
        for (const look of waiting) look()
        done()
      }, done)
    },
    ...options,
  })
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const mailTo = (address: string, count = 1) =>
    new Promise<ReceivedMail>((resolve) => {
      const look = () => {
        const found = mails.filter(({ to }) => to === address)
        const newest = found.at(-1)
        if (!newest || found.length < count) return
        waiting.delete(look)
        resolve(newest)
      }
      waiting.add(look)
      look()
    })
  const close = () => new Promise<void>((resolve) => server.close(resolve))
  return { url: `smtp://127.0.0.1:${port}`, mails, mailTo, close }
}

const addressesOf = (given: AddressObject | AddressObject[] | undefined): string =>
  [given ?? []]
    .flat()
    .flatMap(({ value }) => value.map(({ address }) => address ?? ''))
    .join()

/** The one link of a mail, from its text. */
export function linkOf({ text }: ReceivedMail): string {
  const [link, ...others] = text.match(/https?:\/\/\S+/g) ?? []
  if (!link || others.length > 0) throw new Error('the mail has not exactly one link')
  return link
}

export const tokenOf = (link: string): string => new URL(link).hash.slice(1)
