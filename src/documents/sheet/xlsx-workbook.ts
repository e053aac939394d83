import { posix } from 'node:path'
import { SheetFault } from './sheet-fault.ts'
import { prefixed, readWholeXml } from './xml-reading.ts'
import type { Archive } from './zip-archive.ts'

export interface WorkbookSheet {
  readonly name: string
  /** Its file inside the workbook. */
  readonly part: string
}

/** What a workbook says of itself. Hidden sheets are left out: nobody sees what would be imported from them. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[]
  readonly is1904: boolean
  readonly stylesPart: string | undefined
  readonly stringsPart: string | undefined
}

const mostSheets = 50

/**
 * Reads where a workbook keeps what. Throws a SheetFault: `file_not_csv` for a ZIP that is no workbook,
 * `sheets_too_many`.
 */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const root = await readRelations(archive, '')
  const part = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  if (!archive.has(part) || /\.bin$/i.test(part))
    throw new SheetFault('file_not_csv', { format: await nameKind(archive) })
  const relations = await readRelations(archive, part)
  const listed: { name: string; id: string | undefined; isHidden: boolean }[] = []
  let [is1904, isWorkbook] = [false, false]
  await readWholeXml(archive.read(part), {
    opened: (tag, attributes) => {
      if (tag === 'workbook') isWorkbook = true
      if (tag === 'workbookPr') is1904 = /^(1|true|on)$/.test(attributes.date1904 ?? '')
      if (tag !== 'sheet') return
      const isHidden = /hidden/i.test(attributes.state ?? '')
      listed.push({ name: attributes.name ?? '', id: prefixed(attributes, 'id'), isHidden })
    },
  })
  if (!isWorkbook) throw new SheetFault('file_not_csv', { format: await nameKind(archive) })
  if (listed.length > mostSheets) {
    throw new SheetFault('sheets_too_many', { count: listed.length, most: mostSheets })
  }
  const partOf = (wanted: string) =>
    relations.find(({ type, target }) => type === wanted && archive.has(target))?.target
  const sheets = listed.flatMap(({ name, id, isHidden }) => {
    const relation = relations.find((each) => each.id === id && each.type === 'worksheet')
    return relation && !isHidden ? { name, part: relation.target } : []
  })
  return { sheets, is1904, stylesPart: partOf('styles'), stringsPart: partOf('sharedStrings') }
}

interface Relation {
  readonly id: string
  /** The last word of its type: the same in the transitional and the strict form of the standard. */
  readonly type: string
  readonly target: string
}

async function readRelations(archive: Archive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part)
  const relations: Relation[] = []
  await readIfThere(
    archive,
    posix.join(folder, '_rels', `${posix.basename(part)}.rels`),
    (tag, attributes) => {
      const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes
      if (tag !== 'Relationship' || !id || !type || !target || mode === 'External') return
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: path })
    },
  )
  return relations
}

async function readIfThere(
  archive: Archive,
  part: string,
  opened: (tag: string, attributes: Readonly<Record<string, string>>) => void,
): Promise<void> {
  if (archive.has(part)) await readWholeXml(archive.read(part), { opened })
}

/** What else is a ZIP inside: named in the refusal, so that people see which file they took. */
async function nameKind(archive: Archive): Promise<string> {
  const kinds = { 'word/document.xml': 'DOCX', 'ppt/presentation.xml': 'PPTX', 'xl/workbook.bin': 'XLSB' }
  const found = Object.entries(kinds).find(([part]) => archive.has(part))
  if (found) return found[1]
  if (!archive.has('mimetype')) return 'ZIP'
  const mimetype = Buffer.concat(await Array.fromAsync(archive.read('mimetype'))).toString()
  return (
    /opendocument\.(spreadsheet|text)/
      .exec(mimetype)?.[1]
      ?.replace('spreadsheet', 'ODS')
      .replace('text', 'ODT') ?? 'ZIP'
  )
}
