import type { SheetRow } from '../../domain/import/import-sheet.ts'
import { SheetFault } from './sheet-fault.ts'
import {
  type CellRange,
  columnOf,
  isOneCell,
  mostColumns,
  mostRows,
  readRange,
} from './xlsx-cell-reference.ts'
import type { NumberForms } from './xlsx-number-format.ts'
import { collectText } from './xlsx-strings.ts'
import { textOfCell, type ValueRules } from './xlsx-value.ts'
import { readXml, type XmlAttributes } from './xml-reading.ts'

export interface CellRules extends ValueRules {
  readonly formOf: NumberForms
}

/**
 * The rows of a worksheet that hold something, each as far as its last cell. A formula's cell is marked whatever it
 * shows. Of the cells beyond `width` columns only the first that says something is given, in the column after it.
 * Throws a SheetFault: `file_damaged`, `sheet_too_large`, `cell_too_long`.
 */
export async function* readSheetRows(
  bytes: AsyncIterable<Uint8Array>,
  rules: CellRules,
  width = mostColumns,
): AsyncGenerator<SheetRow> {
  const builder = makeRowBuilder(rules)
  for await (const _ of readXml(bytes, builder)) {
    for (const row of builder.take()) yield spreadOut(row, width)
    if (builder.isDone()) return
  }
}

/** A row without its empty cells: one with a cell far to the right would else fill memory. */
interface PackedRow {
  readonly row: number
  readonly columns: readonly number[]
  readonly texts: readonly string[]
  readonly formulas: readonly number[]
  readonly isHidden: boolean
}

function spreadOut({ row, columns, texts, formulas, isHidden }: PackedRow, width: number): SheetRow {
  const last = columns.reduce((most, column) => Math.max(most, column), 0)
  const cells = new Array<string>(Math.min(last, width) + 1).fill('')
  for (const [index, text] of texts.entries()) {
    const place = Math.min(columns[index] ?? width, width)
    if (place < width || cells[place] === '') cells[place] = text
  }
  return {
    ...{ row, cells },
    ...(formulas.length > 0 ? { formulas } : {}),
    ...(isHidden ? { isHidden } : {}),
  }
}

function makeRowBuilder(rules: CellRules) {
  const collector = collectText()
  const formulaRanges = makeFormulaRanges()
  let [isTable, isOver, isFormula, isHidden] = [false, false, false, false]
  let [row, column] = [0, -1]
  let cell: XmlAttributes = {}
  let columns: number[] = []
  let texts: string[] = []
  let formulas: number[] = []
  let done: PackedRow[] = []
  const openCell = (attributes: XmlAttributes) => {
    cell = attributes
    column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
    if (column >= mostColumns) throw tooLarge()
    isFormula = formulaRanges.has(row, column)
    collector.start()
  }
  const closeCell = () => {
    const { t: type = 'n', s: style } = cell
    const text = textOfCell({ type, value: collector.take(), form: rules.formOf(style) }, rules)
    if (isFormula) formulas.push(column)
    if (text === '' && !isFormula) return
    columns.push(column)
    texts.push(text)
  }
  const closeRow = () => {
    if (columns.length > 0) done.push({ row, columns, texts, formulas, isHidden })
    ;[columns, texts, formulas] = [[], [], []]
  }
  return {
    isDone: () => isOver,
    take: () => {
      const taken = done
      done = []
      return taken
    },
    opened: (tag: string, attributes: XmlAttributes) => {
      if (tag === 'sheetData') isTable = true
      if (!isTable) return
      if (tag === 'c') openCell(attributes)
      else if (tag === 'row') {
        row = nextRow(row, attributes.r)
        column = -1
        isHidden = isOn(attributes.hidden)
      } else if (tag === 'f') {
        isFormula = true
        formulaRanges.add(row, attributes)
      } else collector.opened(tag)
    },
    closed: (tag: string) => {
      if (!isTable) return
      if (tag === 'c') closeCell()
      else if (tag === 'row') closeRow()
      else if (tag === 'sheetData') [isTable, isOver] = [false, true]
      else collector.closed(tag)
    },
    text: collector.text,
  }
}

const isOn = (given: string | undefined): boolean => given === '1' || given === 'true'

const tooLarge = () => new SheetFault('sheet_too_large')

/** Rows stand in order; one without a number follows the one before. */
function nextRow(before: number, given: string | undefined): number {
  const row = given === undefined ? before + 1 : Number(given)
  if (!Number.isInteger(row) || row <= before) throw new SheetFault('file_damaged')
  if (row > mostRows) throw tooLarge()
  return row
}

/** Only the first cell of an array formula says so; the others of its block hold what it calculates. */
function makeFormulaRanges() {
  let ranges: CellRange[] = []
  return {
    add: (row: number, { t: kind, ref }: XmlAttributes) => {
      if (ref === undefined || (kind !== 'array' && kind !== 'dataTable')) return
      const range = readRange(ref)
      if (!range || isOneCell(range)) return
      ranges = [...ranges.filter(({ lastRow }) => lastRow >= row), range]
      if (ranges.length > mostRanges) throw new SheetFault('file_damaged')
    },
    has: (row: number, column: number) =>
      ranges.length > 0 &&
      ranges.some(
        ({ firstRow, lastRow, firstColumn, lastColumn }) =>
          row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn,
      ),
  }
}

const mostRanges = 1000
