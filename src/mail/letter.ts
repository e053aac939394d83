import type { StaffLanguage } from '../domain/language.ts'
import { invitationDays, passwordLinkMinutes } from '../domain/people/invitation.ts'
import { translator } from '../text/translate.ts'
import { layOut } from './mail-layout.ts'
import type { Mail } from './mailer.ts'

interface Addressee {
  readonly to: string
  readonly name: string
  readonly link: string
  readonly language: StaffLanguage
}

/** Invites somebody to work in a city. */
export function invitationMail({ to, name, link, language, city }: Addressee & { city: string }): Mail {
  const t = translator(language)
  return layOut({
    language,
    to,
    subject: t('mail:invitation.subject', { city }),
    greeting: t('mail:greeting', { name }),
    paragraphs: [t('mail:invitation.lead', { city })],
    action: { label: t('mail:invitation.action'), href: link },
    closing: [t('mail:invitation.days', { days: invitationDays }), t('mail:invitation.mistake')],
  })
}

/** Lets somebody who forgot the password choose a new one. */
export function passwordMail({ to, name, link, language }: Addressee): Mail {
  const t = translator(language)
  return layOut({
    language,
    to,
    subject: t('mail:password.subject'),
    greeting: t('mail:greeting', { name }),
    paragraphs: [t('mail:password.lead')],
    action: { label: t('mail:password.action'), href: link },
    closing: [t('mail:password.minutes', { minutes: passwordLinkMinutes }), t('mail:password.mistake')],
  })
}

interface MadeKey {
  /** What it is for, as whoever made it wrote. */
  readonly key: string
  /** Who made it. */
  readonly by: string
  readonly city: string
}

/** Tells somebody that another made a key by which a program acts as they. */
export function keyMail({ to, name, link, language, ...made }: Addressee & MadeKey): Mail {
  const t = translator(language)
  return layOut({
    language,
    to,
    subject: t('mail:key.subject'),
    greeting: t('mail:greeting', { name }),
    paragraphs: [t('mail:key.lead', { ...made })],
    action: { label: t('mail:key.action'), href: link },
    closing: [t('mail:key.mistake', { by: made.by })],
  })
}
