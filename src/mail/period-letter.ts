import type { StaffLanguage } from '../domain/language.ts'
import { type ChapterCode, chapters } from '../domain/report/chapter/chapter.ts'
import type { EndedPeriod, NotAsked } from '../domain/report/ended-period.ts'
import { formatDate, formatNumber } from '../text/format.ts'
import { translator } from '../text/translate.ts'
import { layOut } from './mail-layout.ts'

interface PeriodLetter {
  readonly to: string
  readonly name: string
  readonly language: StaffLanguage
  readonly city: string
  readonly period: EndedPeriod<string> & {
    readonly total: number
    readonly notAsked: readonly NotAsked[]
    readonly openChapters: readonly ChapterCode[]
    readonly unfinished: number
  }
  readonly link: string
}

/** Tells a coordinator that a period is over, and what is still open before its report can be frozen. Numbers only. */
export function periodMail({ to, name, language, city, period, link }: PeriodLetter) {
  const t = translator(language)
  const days = { from: formatDate(language, period.from), to: formatDate(language, period.to) }
  const total = formatNumber(language, period.total)
  const open = period.notAsked.map(({ field, requests, percent }) =>
    t('mail:period.field', {
      field: t(`report:heading.${field}`),
      requests: formatNumber(language, requests),
      percent: percent === 0 ? '< 1' : formatNumber(language, percent),
    }),
  )
  const chapterLines = period.openChapters.map((code) =>
    t('mail:period.chapter', { number: chapters[code].number, title: t(`report:chapter.${code}`) }),
  )
  return layOut({
    language,
    to,
    subject: t('mail:period.subject', { city, ...days }),
    greeting: t('mail:greeting', { name }),
    paragraphs: [
      t('mail:period.lead', { ...days, total }),
      ...(period.partOf ? [t('mail:period.partial', { ...period.partOf })] : []),
      ...(period.unfinished > 0
        ? [
            t('mail:period.unfinished', {
              count: period.unfinished,
              requests: formatNumber(language, period.unfinished),
            }),
          ]
        : []),
      open.length === 0 ? t('mail:period.complete') : [t('mail:period.open'), ...open].join('\n'),
      ...(chapterLines.length > 0 ? [[t('mail:period.chapters'), ...chapterLines].join('\n')] : []),
    ],
    action: { label: t('mail:period.action'), href: link },
    closing: [t('mail:period.next')],
  })
}
