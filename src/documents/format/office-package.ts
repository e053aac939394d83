import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { locales } from '../../text/format.ts'
import { escapeXml, withoutUnwritable } from '../chart/chart-svg.ts'
import type { ReportDocument } from '../report-document.ts'

/**
 * An Office document as its library wrote it, packed once more: with the title, language and moment of the report instead
 * of this computer's clock, and without a character that XML cannot hold. The same parts give the same bytes.
 * `others`: parts that stand in the place of those of that name.
 */
export function sealPackage(
  written: Uint8Array,
  document: ReportDocument,
  others: ReadonlyMap<string, Uint8Array> = new Map(),
): Uint8Array {
  const parts = unzipSync(written)
  const sealed: Zippable = {}
  for (const [name, bytes] of Object.entries(parts)) {
    if (name.endsWith('/')) continue
    const isText = /\.(xml|rels)$/.test(name)
    const part = name === 'docProps/core.xml' ? coreProperties(document) : (others.get(name) ?? bytes)
    // A picture is packed already.
    sealed[name] = [isText ? readable(part, document) : part, { level: isText ? 6 : 0, mtime: epoch }]
  }
  return zipSync(sealed)
}

/** A ZIP counts local time from here: the same numbers in every time zone. */
const epoch = new Date(1980, 0, 1)

/** The library for presentations leaves American English wherever it may not be told otherwise. */
const readable = (part: Uint8Array, { language }: ReportDocument): Uint8Array =>
  strToU8(withoutUnwritable(strFromU8(part)).replaceAll(' lang="en-US"', ` lang="${locales[language]}"`))

const namespaces = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ')

function coreProperties({ fileTitle, language, createdAt }: ReportDocument): Uint8Array {
  const moment = new Date(createdAt * 1000).toISOString().replace('.000', '')
  const fields = [
    `<dc:title>${escapeXml(fileTitle)}</dc:title>`,
    '<dc:creator>Brugwijzer</dc:creator>',
    `<dc:language>${locales[language]}</dc:language>`,
    '<cp:lastModifiedBy>Brugwijzer</cp:lastModifiedBy>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified>`,
  ].join('')
  return strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties ${namespaces}>${fields}</cp:coreProperties>`,
  )
}
