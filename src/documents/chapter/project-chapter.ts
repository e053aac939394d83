import type { StaffLanguage } from '../../domain/language.ts'
import type { ReportedProject } from '../../domain/report/project.ts'
import { formatDate } from '../../text/format.ts'
import { type Block, dutchCells, dutchRemark } from '../report-document.ts'
import { say } from '../report-words.ts'

/** "Deelrapport 1 van 4"; a report of no project is a report. */
export const reportKind = (project: ReportedProject | undefined, language: StaffLanguage): string =>
  project ? say({ language }, 'project.partial', project.partial) : say({ language }, 'document.kind')

/** What the title page says of the project: its name and days, who pays and who works along. */
export function projectLines(project: ReportedProject, language: StaffLanguage): string[] {
  const words = { language }
  const [from, to] = [formatDate(language, project.from), formatDate(language, project.to)]
  const partners = project.partners.map(({ name, role }) =>
    role === '' ? name : say(words, 'project.partner', { name, role }),
  )
  return [
    say(words, 'project.name', { name: project.name, from, to }),
    ...(project.funders.length > 0
      ? [say(words, 'project.funders', { names: project.funders.join(', ') })]
      : []),
    ...(partners.length > 0 ? [say(words, 'project.partners', { names: partners.join(', ') })] : []),
  ]
}

const goalColumns = ['goal', 'indicator', 'target', 'reached', 'comment'] as const

/** What the project set out to do and how far it is. None without goals. */
export function goalsTable({ goals }: ReportedProject, language: StaffLanguage): Block[] {
  if (goals.length === 0) return []
  const words = { language }
  const dutch = dutchCells(
    goals.map((goal) => goalColumns.map((column) => goal[column] !== '')),
    language,
  )
  return [
    ...dutchRemark(dutch, language),
    {
      kind: 'table',
      headings: goalColumns.map((column) => say(words, `project.goal.${column}`)),
      rows: goals.map((goal) => goalColumns.map((column) => goal[column] || say(words, 'none'))),
      textColumns: goalColumns.length,
      ...dutch,
    },
  ]
}

/** Who works along, and as what, under a heading. None without partners. */
export function partnersTable({ partners }: ReportedProject, language: StaffLanguage): Block[] {
  if (partners.length === 0) return []
  const words = { language }
  const dutch = dutchCells(
    partners.map(({ role }) => [false, role !== '']),
    language,
  )
  return [
    { kind: 'heading', text: say(words, 'project.partnersTitle') },
    ...dutchRemark(dutch, language),
    {
      kind: 'table',
      headings: ['partnerName', 'partnerRole'].map((column) => say(words, `project.${column}`)),
      rows: partners.map(({ name, role }) => [name, role || say(words, 'none')]),
      textColumns: 2,
      ...dutch,
    },
  ]
}
