import type { StaffLanguage } from '../../domain/language.ts'
import { month } from '../../domain/local-date.ts'
import type { Share } from '../../domain/report/half-year-report.ts'
import type {
  Label,
  Source,
  Statement,
  StatementGroup,
  Value,
} from '../../domain/report/proposal/statement.ts'
import { isShareField } from '../../domain/report/share-field.ts'
import {
  formatDate,
  formatDecimal,
  formatList,
  formatMonth,
  formatNumber,
  formatPercent,
} from '../../text/format.ts'
import { translator } from '../../text/translate.ts'
import { shareLabel } from '../chart/share-report-chart.ts'
import { type ReportWords, say, sayOpeningDays, sayRequests } from '../report-words.ts'

/** A sentence and the figures, events and goals that it comes from. */
export interface SourcedSentence {
  readonly text: string
  readonly sources: readonly SourceLabel[]
}

export interface SourceLabel {
  readonly kind: Source['kind']
  readonly label: string
  /** The field of the report and its code, where it is a figure. */
  readonly field?: string
  readonly code?: string
}

/** A proposal in words: what the coordinator may go on with, and each of its sentences with what it comes from. */
export interface WordedProposal {
  readonly body: string
  readonly sentences: readonly SourcedSentence[]
}

export function wordProposal(groups: readonly StatementGroup[], words: ReportWords): WordedProposal {
  const worded = groups.map(({ isItem, statements }) => ({
    isItem,
    sentences: statements.map((each) => wordStatement(each, words)),
  }))
  const body = worded.reduce((text, { isItem, sentences }, at) => {
    const line = `${isItem ? '- ' : ''}${sentences.map((each) => each.text).join(' ')}`
    const gap = isItem && worded[at - 1]?.isItem ? '\n' : '\n\n'
    return text === '' ? line : `${text}${gap}${line}`
  }, '')
  return { body, sentences: worded.flatMap(({ sentences }) => sentences) }
}

function wordStatement({ key, values, sources }: Statement, words: ReportWords): SourcedSentence {
  const gaps = Object.fromEntries(Object.entries(values).map(([gap, value]) => [gap, sayValue(value, words)]))
  const text = translator(words.language)(`proposal:${key}`, gaps)
  return { text: capitalise(text), sources: sources.map((each) => labelSource(each, words)) }
}

const capitalise = (text: string): string => text.replace(/^\p{Ll}/u, (first) => first.toUpperCase())

function sayValue(value: Value, words: ReportWords): string {
  const { language } = words
  if ('counted' in value)
    return formatList(
      language,
      value.counted.map((share) => sayCounted(share, words)),
    )
  if ('reasons' in value)
    return formatList(
      language,
      value.reasons.map((each) => sayReason(each, language)),
    )
  if ('percent' in value) return formatPercent(language, value)
  if ('requests' in value) return sayRequests(words, value.requests)
  if ('days' in value) return sayOpeningDays(words, value.days)
  if ('number' in value) return formatNumber(language, value.number)
  if ('average' in value) return formatDecimal(language, value.average)
  if ('date' in value) return formatDate(language, value.date)
  if ('month' in value) return formatMonth(language, value.month)
  return 'label' in value ? sayLabel(value.label, words) : value.text
}

const sayCounted = (
  { field, code, requests, percent }: Share & { readonly field: string },
  words: ReportWords,
) =>
  translator(words.language)('proposal:counted', {
    label: sayLabel({ field, code }, words),
    requests: formatNumber(words.language, requests),
    percent: formatPercent(words.language, { requests, percent }),
  })

const sayReason = (
  { name, days }: { readonly name: string; readonly days: number },
  language: StaffLanguage,
) => translator(language)('proposal:reason', { name, days: formatNumber(language, days) })

/** The words for a code of a field of the report; without a code those for the field. */
export function sayLabel({ field, code }: Label, words: ReportWords): string {
  if (code === undefined) return say(words, `heading.${field}`)
  if (field === 'nationalities') return words.label('nationality', code)
  if (field === 'months') return formatMonth(words.language, month.parse(code))
  if (field === 'afterThemes' || field === 'helpLevels') return shareLabel('themes', code, words)
  return isShareField(field) ? shareLabel(field, code, words) : code
}

function labelSource(source: Source, words: ReportWords): SourceLabel {
  const t = translator(words.language)
  switch (source.kind) {
    case 'event':
      return { kind: source.kind, label: t('proposal:source.event', { title: source.event.title }) }
    case 'goal':
      return { kind: source.kind, label: t('proposal:source.goal', { goal: source.goal }) }
    case 'figure':
    case 'comparison': {
      const { kind, field, code } = source
      const what = labelFigure({ field, ...(code === undefined ? {} : { code }) }, words)
      const label = kind === 'comparison' ? t(`proposal:source.${source.earlier}`, { what }) : what
      return { kind, label, field, ...(code === undefined ? {} : { code }) }
    }
  }
}

function labelFigure({ field, code }: Label, words: ReportWords): string {
  const t = translator(words.language)
  if (field === 'total') return t('proposal:source.total')
  if (field === 'afterThemes') {
    const label = sayLabel({ field, ...(code === undefined ? {} : { code }) }, words)
    return t('proposal:source.figure', { field: t('proposal:source.after'), label })
  }
  if (field === 'unfinished') return t('proposal:source.unfinished')
  if (field === 'unanswered') {
    const label = code === undefined ? '' : sayLabel({ field: code }, words)
    return t('proposal:source.figure', { field: say(words, 'sheet.unanswered'), label })
  }
  const name = say(words, `heading.${field}`)
  if (code === undefined) return name
  return t('proposal:source.figure', { field: name, label: sayLabel({ field, code }, words) })
}
