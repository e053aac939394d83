import { crc32, deflateRawSync } from 'node:zlib'

// Workbooks as other programs write them, and as nobody should: each file inside given as it is.

export interface ZipOptions {
  /** What the directory claims of every file, true or not. */
  readonly claim?: {
    readonly flags?: number
    readonly size?: number
    readonly sum?: number
    readonly method?: number
  }
}

export function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  { claim = {} }: ZipOptions = {},
): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(content as Uint8Array)
    const packed = deflateRawSync(data)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(claim.flags ?? 0x800, 2)
    about.writeUInt16LE(claim.method ?? 8, 4)
    about.writeUInt32LE(claim.sum ?? crc32(data), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(claim.size ?? data.length, 18)
    about.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), about, rest, Buffer.from(name))
    pieces.push(local)
    offset += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, entries, end])
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface SheetByHand {
  readonly name?: string
  readonly state?: 'hidden' | 'veryHidden'
  /** What stands in sheetData. */
  readonly rows: string
  /** What stands behind it. */
  readonly after?: string
}

export interface WorkbookByHand {
  readonly sheets: readonly SheetByHand[]
  /** Format codes; style 0 is General, style n the nth of these: a number is a format that every program knows. */
  readonly formats?: readonly (string | number)[]
  /** The inside of the table of texts. */
  readonly strings?: string
  readonly is1904?: boolean
  readonly more?: Readonly<Record<string, string | Uint8Array>>
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
const relations = (inside: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`

/** The files of a workbook, as Excel names them. */
export function workbookFiles({ sheets, formats, strings, is1904, more }: WorkbookByHand) {
  const tabs = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name ?? `Blad${index + 1}`}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="r${index}"/>`,
  )
  const parts = sheets.map((_, index) =>
    relation(`r${index}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  )
  if (formats) parts.push(relation('s', 'styles', 'styles.xml'))
  if (strings !== undefined) parts.push(relation('t', 'sharedStrings', '/xl/sharedStrings.xml'))
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(relation('w', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${tabs.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(parts.join('')),
    ...(formats ? { 'xl/styles.xml': stylesOf(formats) } : {}),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>` }),
    ...Object.fromEntries(
      sheets.map(({ rows, after = '' }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
    ...more,
  }
}

export const workbookOf = (workbook: WorkbookByHand, options?: ZipOptions): Buffer =>
  zipOf(workbookFiles(workbook), options)

function stylesOf(formats: readonly (string | number)[]): string {
  const own = formats.flatMap((format, index) =>
    typeof format === 'number' ? [] : `<numFmt numFmtId="${200 + index}" formatCode="${escapeXml(format)}"/>`,
  )
  const styles = [0, ...formats].map(
    (format, index) => `<xf numFmtId="${typeof format === 'number' ? format : 199 + index}"/>`,
  )
  // The other two lists with the same names are there to be mistaken for the right ones.
  return `<styleSheet xmlns="${main}"><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs><dxfs><dxf><numFmt numFmtId="0" formatCode="d/m/yyyy"/></dxf></dxfs></styleSheet>`
}

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A row of plain texts. */
export const textRow = (row: number, ...texts: string[]): string =>
  `<row r="${row}">${texts
    .map((text, column) =>
      text === ''
        ? ''
        : `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`,
    )
    .join('')}</row>`
