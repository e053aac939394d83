import type { FieldChange } from '../../../domain/request/request-difference.ts'
import type { FactValue } from '../../../domain/request/request-fact.ts'
import { formatDate, formatList, formatNumber } from '../../../text/format.ts'
import { useLabels } from '../../code-labels.ts'
import { readDate } from '../../search.ts'
import { useText } from '../../use-text.ts'

type Field = FieldChange['field']

/** Each value of a field in words; no value is no words. `named` are the desks and guides that the values may name. */
export function useFactWords(named: readonly { readonly id: string; readonly name: string }[]) {
  const { t, language } = useText('request')
  const label = useLabels()
  const wordsOf = (field: Field, value: Exclude<FactValue, null | readonly string[]>): string => {
    switch (field) {
      case 'receivedOn': {
        const day = readDate(value)
        return day ? formatDate(language, day) : String(value)
      }
      case 'deskId':
      case 'guideId':
        return named.find(({ id }) => id === value)?.name ?? String(value)
      case 'firstVisit':
      case 'mayQuote':
        return value ? t('yes') : t('no')
      case 'minutes':
        return t('minutes', { minutes: formatNumber(language, Number(value)) })
      case 'voided':
      case 'receivedTime':
      case 'neighbourhood':
      case 'referredTo':
      case 'tip':
      case 'ownWords':
        return String(value)
      default:
        return label(listOf[field], String(value))
    }
  }
  const words = (field: Field, value: FactValue): readonly string[] =>
    value === null ? [] : [value].flat().map((one) => wordsOf(field, one))
  return { words, sentence: (field: Field, value: FactValue) => formatList(language, words(field, value)) }
}

const listOf = {
  channel: 'channel',
  origin: 'origin',
  clientKind: 'client_kind',
  askedBy: 'asked_by',
  status: 'status',
  nationality: 'nationality',
  contactLanguage: 'contact_language',
  languageHelp: 'language_help',
  theme: 'theme',
  subTheme: 'theme',
  actions: 'action',
  whoDidIt: 'who_did_it',
  outcome: 'outcome',
  barriers: 'barrier',
} as const
