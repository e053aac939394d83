import type { StaffLanguage } from '../domain/language.ts'
import type { Paragraph } from '../domain/report/chapter/plain-format.ts'
import { formatNumber } from '../text/format.ts'
import { type ReportChart, say } from './report-words.ts'

/** A part of a chapter, worded in one language. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly paragraphs: readonly Paragraph[]; readonly isUnread: boolean }
  | { readonly kind: 'figure'; readonly figure: ReportChart }
  | ({ readonly kind: 'table' } & Table)
  | { readonly kind: 'terms'; readonly terms: readonly (readonly [term: string, meaning: string])[] }

export interface Table {
  readonly headings: readonly string[]
  /** A number is written as the language writes it, and stays one in a spreadsheet. */
  readonly rows: readonly (readonly (string | number)[])[]
  /** How many columns, from the first, stand as words do, to the left; the rest to the right. */
  readonly textColumns: number
  /** The column with the longest words, which gets more room than the others. */
  readonly widest?: number
  /** For each row the columns in words that the city wrote itself, in Dutch, where the report is in another language. */
  readonly dutch?: readonly (readonly number[])[]
}

/** Which cells hold words of the city's own, of those that say so. */
export const dutchCells = (
  isOwn: readonly (readonly boolean[])[],
  language: StaffLanguage,
): Pick<Table, 'dutch'> =>
  language === 'nl' ? {} : { dutch: isOwn.map((row) => row.flatMap((own, column) => (own ? [column] : []))) }

/** What stands before a table some of whose words are Dutch, and may not be what readers understand. */
export const dutchRemark = ({ dutch = [] }: Pick<Table, 'dutch'>, language: StaffLanguage): Block[] =>
  dutch.some((columns) => columns.length > 0)
    ? [
        {
          kind: 'text',
          paragraphs: [
            {
              kind: 'words',
              runs: [{ text: say({ language }, 'document.inDutch'), bold: false, italic: true }],
            },
          ],
          isUnread: false,
        },
      ]
    : []

/** The rows of a table as they are printed. */
export const printedRows = ({ rows }: Table, language: StaffLanguage): string[][] =>
  rows.map((row) => row.map((cell) => (typeof cell === 'number' ? formatNumber(language, cell) : cell)))

export interface Chapter {
  readonly code: string
  /** With its number, as it is printed. */
  readonly title: string
  readonly blocks: readonly Block[]
}

/** A report in one language for one audience, ready to be set as PDF, DOCX or slides: every word is in it. */
export interface ReportDocument {
  readonly language: StaffLanguage
  /** "Rapport", "Deelrapport 1 van 4" */
  readonly kind: string
  readonly title: string
  readonly period: string
  /** The title that a file carries: city and period. */
  readonly fileTitle: string
  readonly keyFigures: readonly { readonly name: string; readonly value: string }[]
  /** What readers must know before anything else. */
  readonly notices: readonly string[]
  /** The same on every page, where figures are not about real people. */
  readonly pageNotice: string | null
  /** Lines of the title page: the project, who pays for it and who works along. */
  readonly colophon: readonly string[]
  /** Since when it stands, and its checksum. */
  readonly standing: string
  readonly chapters: readonly Chapter[]
  /** Set on two pages where the words leave room: no contents, and pictures without their tables. */
  readonly isNote?: true
  /** The moment that files carry, in seconds since 1970. */
  readonly createdAt: number
}
