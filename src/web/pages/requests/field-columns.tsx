import type { ListedRequest } from '../../../contract/help-request.ts'
import type { StaffLanguage } from '../../../domain/language.ts'
import { formatShortDate } from '../../../text/format.ts'
import { isolate } from '../../../text/isolate.ts'
import type { LabelledList, LabelReader } from '../../../text/label.ts'
import type { Column } from '../../ui/data-table.tsx'
import type { Text } from '../../use-text.ts'
import type { ColumnField } from './request-columns.ts'
import { RequestLink } from './request-link.tsx'

/** A column of its own for each chosen field; the first one leads into the request. */
export const fieldColumns = (
  fields: readonly ColumnField[],
  t: Text<'requests'>,
  language: StaffLanguage,
  label: LabelReader,
): Column<ListedRequest>[] => {
  const say = fieldWords(t, language, label)
  return fields.map((field, place) => ({
    id: field,
    heading: t(`field.${field}`),
    look: field === 'receivedOn' || field === 'receivedTime' ? 'tight' : undefined,
    cell: (request) => {
      const words = say(request, field) || '–'
      return place === 0 ? (
        <RequestLink id={request.id}>
          <span>{words}</span>
        </RequestLink>
      ) : (
        <span>{words}</span>
      )
    },
  }))
}

/** The lists that the coded fields take their words from. */
const listOf = {
  theme: 'theme',
  subTheme: 'theme',
  clientKind: 'client_kind',
  askedBy: 'asked_by',
  status: 'status',
  nationality: 'nationality',
  contactLanguage: 'contact_language',
  languageHelp: 'language_help',
  actions: 'action',
  whoDidIt: 'who_did_it',
  outcome: 'outcome',
  barriers: 'barrier',
  channel: 'channel',
  origin: 'origin',
} as const satisfies Partial<Record<ColumnField, LabelledList>>

const isCoded = (field: ColumnField): field is keyof typeof listOf => field in listOf

/** What a field of a request says, in words. */
const fieldWords =
  (t: Text<'requests'>, language: StaffLanguage, label: LabelReader) =>
  (request: ListedRequest, field: ColumnField): string | null => {
    if (field === 'receivedOn') return formatShortDate(language, request.receivedOn)
    if (field === 'firstVisit') return request[field] === null ? null : t(request[field] ? 'yes' : 'no')
    if (!isCoded(field)) return request[field]
    return [request[field] ?? []]
      .flat()
      .map((code) => label(listOf[field], code))
      .map(isolate)
      .join(', ')
  }
