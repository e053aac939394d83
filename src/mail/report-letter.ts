import type { StaffLanguage } from '../domain/language.ts'
import type { Period } from '../domain/report/half-year-report.ts'
import type { ReportAudience } from '../domain/report/report-format.ts'
import { formatDate } from '../text/format.ts'
import { translator } from '../text/translate.ts'
import { layOut } from './mail-layout.ts'

interface SentReport {
  readonly to: string
  readonly language: StaffLanguage
  readonly city: string
  /** Who sends it. */
  readonly by: string
  readonly period: Period
  readonly audience: ReportAudience
  /** What the sender writes beside it; may be empty. */
  readonly message: string
  /** Where it can be read too. */
  readonly link: string | undefined
}

/** The letter around a frozen report: what it is, from whom, and what may be done with it. */
export function reportMail({ to, language, city, by, period, audience, message, link }: SentReport) {
  const t = translator(language)
  const days = { from: formatDate(language, period.from), to: formatDate(language, period.to) }
  return layOut({
    language,
    to,
    subject: t('mail:report.subject', { city, ...days }),
    greeting: t('mail:report.greeting'),
    paragraphs: [t('mail:report.lead', { by, city, ...days }), ...(message === '' ? [] : [message])],
    action: link === undefined ? undefined : { label: t('mail:report.action'), href: link },
    closing: [t(`mail:report.audience.${audience}`), t('mail:report.answer', { by })],
  })
}
