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
  if (chart === 'population') {
    const people = numberColumn('people', '#,##0', words)
    return [name, people, shareColumn('percentOfPeople', words), requests, share]
  }
  if (chart === 'nationalities') return [name, requests, shareColumn('percentOfTopTen', words), share]
  return [...(textColumns === 2 ? themeColumns(words) : [name]), requests, share]
}

const numberColumn =
  (
    key: 'requests' | 'people' | 'openingDays' | 'perOpeningDay',
    format: string,
    words: ReportWords,
  ): Column =>
  (row) => ({
    value: row[key] ?? say(words, row.hidden && key !== 'openingDays' ? hiddenWord(row) : 'none'),
    style: { ...looks.number, numFmt: format },
  })

/** Of a nationality that is not named nobody reads either whether there were any. */
const hiddenWord = ({ section }: FigureRow): string =>
  section === 'population' ? 'population.notNamed' : 'hidden'

/** What was counted and rounds to nothing is not nothing. */
const shareColumn =
  (key: 'percent' | 'percentOfTopTen' | 'percentOfPeople', words: ReportWords): Column =>
  (row) => {
    const percent = row[key]
    const counted = key === 'percentOfPeople' ? row.people : row.requests
    const isSmall = percent === 0 && counted !== null && counted > 0
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
