import { isSayable, shareOf, sumOf, topOf } from './sayable.ts'
import { figure, type ProposalSource, paragraph, type StatementGroup, state } from './statement.ts'

/** Whoever has had the civic integration programme, or came before there was one. */
export const afterStatuses = ['former_programme', 'long_settled'] as const

/** How many of the requests are theirs, and about what. */
export function proposeAfter({ report, afterThemes }: ProposalSource): StatementGroup[] {
  const { requests } = sumOf(report.statuses, afterStatuses, report.total)
  if (!isSayable(requests)) return []
  const values = { requests: { number: requests }, percent: shareOf(requests, report.total) }
  const statuses = report.statuses.filter(({ code }) => (afterStatuses as readonly string[]).includes(code))
  const top = topOf(
    afterThemes.filter((theme) => isSayable(theme.requests)),
    3,
  )
  return paragraph(
    state(
      'after.total',
      { ...values, all: { requests: report.total } },
      statuses.map(({ code }) => figure('statuses', code)),
    ),
    top.length === 0
      ? undefined
      : state(
          'after.themes',
          { list: { counted: top.map((theme) => ({ ...theme, field: 'themes' })) }, all: { requests } },
          top.map(({ code }) => figure('afterThemes', code)),
        ),
  )
}
