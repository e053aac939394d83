import type { StaffLanguage } from '../domain/language.ts'
import type { ExportedRequest } from '../domain/request/request-export.ts'
import type { ExportedField } from '../domain/request/request-field.ts'
import type { LabelReader } from '../text/label.ts'
import { translator } from '../text/translate.ts'
import type { SheetCell } from './sheet/sheet-cell.ts'

/** The words of a language for a file of help requests. */
export interface SheetWords {
  readonly language: StaffLanguage
  readonly label: LabelReader
}

export const sheetName = (language: StaffLanguage): string => translator(language)('export:sheet')

export function sheetHeadings(columns: readonly ExportedField[], language: StaffLanguage): string[] {
  const t = translator(language)
  return columns.map((column) => t(`app:field.${column}`))
}

/** A request as a row of a spreadsheet: labels instead of codes, several of them with commas between. */
export function requestCells(columns: readonly ExportedField[], words: SheetWords) {
  const cells = cellsIn(words)
  return (request: ExportedRequest): SheetCell[] => columns.map((column) => cells[column](request))
}

type Cells = Readonly<Record<ExportedField, (request: ExportedRequest) => SheetCell>>

function cellsIn({ language, label }: SheetWords): Cells {
  const t = translator(language)
  const sayYesNo = (answer: boolean | null) =>
    answer === null ? null : t(answer ? 'export:yes' : 'export:no')
  return {
    receivedOn: ({ receivedOn }) => ({ date: receivedOn }),
    receivedTime: ({ receivedTime }) => receivedTime,
    desk: ({ desk }) => desk,
    guide: ({ guide }) => guide,
    caretaker: ({ caretaker }) => caretaker,
    organization: ({ organization }) => organization,
    channel: ({ channel }) => label('channel', channel),
    origin: ({ origin }) => label('origin', origin),
    clientKind: ({ clientKind }) => label('client_kind', clientKind),
    askedBy: ({ askedBy }) => label('asked_by', askedBy),
    status: ({ status }) => label('status', status),
    nationality: ({ nationality }) => label('nationality', nationality),
    contactLanguage: ({ contactLanguage }) => label('contact_language', contactLanguage),
    languageHelp: ({ languageHelp }) => label('language_help', languageHelp),
    neighbourhood: ({ neighbourhood }) => neighbourhood,
    firstVisit: ({ firstVisit }) => sayYesNo(firstVisit),
    theme: ({ theme }) => label('theme', theme),
    subTheme: ({ subTheme }) => subTheme && label('theme', subTheme),
    actions: ({ actions }) => actions.map((action) => label('action', action)).join(', '),
    whoDidIt: ({ whoDidIt }) => label('who_did_it', whoDidIt),
    outcome: ({ outcome }) => label('outcome', outcome),
    barriers: ({ barriers }) => barriers.map((barrier) => label('barrier', barrier)).join(', '),
    referredTo: ({ referredTo }) => referredTo,
    tip: ({ tip }) => tip,
    ownWords: ({ ownWords }) => ownWords,
    mayQuote: ({ mayQuote }) => sayYesNo(mayQuote),
  }
}
