import type { Sheet, SheetRow } from '../../domain/import/import-sheet.ts'
import { shorten } from '../../domain/import/import-text.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { FileBytes } from './file-bytes.ts'
import { refusalOf, SheetFault } from './sheet-fault.ts'
import { findHeadings, type WantsHeadings } from './sheet-headings.ts'
import { type MergedCells, makeCoveredColumns, readMergedCells } from './xlsx-merged-cells.ts'
import { readNumberForms } from './xlsx-number-format.ts'
import { type CellRules, readSheetRows } from './xlsx-rows.ts'
import { readStrings } from './xlsx-strings.ts'
import { readWorkbook, type WorkbookSheet } from './xlsx-workbook.ts'
import { type Archive, openArchive } from './zip-archive.ts'

/**
 * Opens an Excel workbook as a sheet: of the visible ones the first with the headings that are wanted, else the first
 * that is not empty. The row with its headings is found by findHeadings. The rows are unpacked again for every
 * reading, so memory holds no more than the workbook's table of texts.
 * Refuses what its parts refuse, a formula or merged cells among the headings (`heading_formula`,
 * `headings_merged`), and a workbook without a word (`file_empty`). Rows that turn out to be damaged are refused as
 * the last row.
 */
export async function openXlsx(file: FileBytes, isWanted: WantsHeadings): Promise<Sheet | Refusal> {
  try {
    const archive = await openArchive(file)
    const workbook = await readWorkbook(archive)
    const rules: CellRules = {
      is1904: workbook.is1904,
      formOf: await readNumberForms(archive, workbook.stylesPart),
      strings: await readStrings(archive, workbook.stringsPart),
    }
    const { headings, part } = await chooseSheet(archive, workbook.sheets, rules, isWanted)
    const [formula] = headings.formulas ?? []
    if (formula !== undefined) {
      throw new SheetFault('heading_formula', { column: shorten(headings.cells[formula] ?? '') })
    }
    const merged = await readMergedCells(archive.read(part))
    const inHeadings = merged.find(
      ({ firstRow, lastRow }) => firstRow <= headings.row && lastRow >= headings.row,
    )
    if (inHeadings) throw new SheetFault('headings_merged', { cells: inHeadings.name })
    return {
      headings: headings.cells,
      otherSheets: await listOthers(archive, workbook.sheets, rules, part),
      rows: () => readRowsUnder(headings, archive.read(part), rules, merged),
    }
  } catch (error) {
    return refusalOf(error)
  }
}

interface FoundSheet extends WorkbookSheet {
  readonly headings: SheetRow
}

async function chooseSheet(
  archive: Archive,
  sheets: readonly WorkbookSheet[],
  rules: CellRules,
  isWanted: WantsHeadings,
): Promise<FoundSheet> {
  let first: FoundSheet | undefined
  for (const sheet of sheets) {
    const headings = await findHeadings(readSheetRows(archive.read(sheet.part), rules), isWanted)
    if (!headings) continue
    if (isWanted(headings.cells)) return { ...sheet, headings }
    first ??= { ...sheet, headings }
  }
  if (!first) throw new SheetFault('file_empty')
  return first
}

/** The names of the other sheets with a word in them; one that is damaged may hold some. */
async function listOthers(
  archive: Archive,
  sheets: readonly WorkbookSheet[],
  rules: CellRules,
  chosen: string,
): Promise<string[]> {
  const others: string[] = []
  for (const { name, part } of sheets) {
    if (part === chosen) continue
    const isEmpty = await findHeadings(readSheetRows(archive.read(part), rules), () => true).then(
      (found) => found === undefined,
      () => false,
    )
    if (!isEmpty) others.push(shorten(name))
  }
  return others
}

async function* readRowsUnder(
  headings: SheetRow,
  bytes: AsyncIterable<Uint8Array>,
  rules: CellRules,
  merged: readonly MergedCells[],
): AsyncGenerator<SheetRow | Refusal> {
  try {
    const width = headings.cells.length
    const coveredIn = makeCoveredColumns(merged, width)
    for await (const row of readSheetRows(bytes, rules, width)) {
      if (row.row <= headings.row) continue
      const covered = coveredIn(row.row)
      yield covered.length > 0 ? { ...row, covered } : row
    }
  } catch (error) {
    yield refusalOf(error)
  }
}
