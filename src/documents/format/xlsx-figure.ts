import type { ReportChart, ReportWords } from '../report-words.ts'
import { say } from '../report-words.ts'
import type { FigureRow } from './figure-row.ts'
import { type Line, type LineCell, looks, sentence, words as text } from './xlsx-line.ts'

/** A figure as a table that a spreadsheet can reckon with, under what it shows and above what it is a share of. */
export function figureLines(figure: ReportChart, rows: readonly FigureRow[], words: ReportWords): Line[] {
  const { unit, base, notes, table } = figure
  const columns = columnsOf(figure, words)
  return [
    sentence(figure.sentence),
    headingLine(table),
    ...rows.map((row) => ({ cells: columns.map((cell) => cell(row)) })),
    sentence(say(words, 'sheet.unitAndBase', { unit, base }), looks.source),
    ...notes.map((note) => sentence(note, looks.source)),
  ]
}

export const headingLine = ({
  headings,
  textColumns,
}: Pick<ReportChart['table'], 'textColumns'> & { readonly headings: readonly string[] }): Line => ({
  cells: headings.map((heading, at) => text(heading, at < textColumns ? looks.columnName : looks.numberName)),
})

type Column = (row: FigureRow) => LineCell

/** In the order of the headings that stand above them. */
function columnsOf({ chart, table: { textColumns } }: ReportChart, words: ReportWords): Column[] {
  const requests = numberColumn('requests', '#,##0', words)
  const name: Column = ({ label }) => text(label)
  if (chart === 'months')
    return [
      ...[name, requests, numberColumn('openingDays', '0', words)],
      numberColumn('perOpeningDay', '#,##0.0', words),
    ]
  const share = shareColumn('percent', words)
  if (chart === 'nationalities') return [name, requests, shareColumn('percentOfTopTen', words), share]
  return [...(textColumns === 2 ? themeColumns(words) : [name]), requests, share]
}

const numberColumn =
  (key: 'requests' | 'openingDays' | 'perOpeningDay', format: string, words: ReportWords): Column =>
  (row) => ({
    value: row[key] ?? say(words, row.hidden && key !== 'openingDays' ? 'hidden' : 'none'),
    style: { ...looks.number, numFmt: format },
  })

/** What was counted and rounds to nothing is not nothing. */
const shareColumn =
  (key: 'percent' | 'percentOfTopTen', words: ReportWords): Column =>
  (row) => {
    const percent = row[key]
    const isSmall = percent === 0 && row.requests !== null && row.requests > 0
    return {
      value: percent === null ? say(words, 'none') : percent / 100,
      style: { ...looks.number, numFmt: isSmall ? smallFormat(words) : percentFormat(words) },
    }
  }

const themeColumns = (words: ReportWords): Column[] => [
  ({ parent, label }) => text(parent === null ? label : words.label('theme', parent)),
  ({ parent, label }) => text(parent === null ? say(words, 'wholeTheme') : label),
]

const percentFormat = ({ language }: ReportWords): string => (language === 'en' ? '0%' : '0\u00a0%')
const smallFormat = ({ language }: ReportWords): string => (language === 'en' ? '"< 1%"' : '"< 1 %"')
