import type { FilterField } from '../../../domain/request/request-filter.ts'
import type { TextKey } from '../../use-text.ts'

/** What a filter is called: as its column is. */
export const filterLabels = {
  desk: 'field.desk',
  guide: 'field.guide',
  caretaker: 'field.caretaker',
  theme: 'field.theme',
  subTheme: 'field.subTheme',
  clientKind: 'field.clientKind',
  status: 'field.status',
  nationality: 'field.nationality',
  contactLanguage: 'field.contactLanguage',
  firstVisit: 'field.firstVisit',
  action: 'field.actions',
  whoDidIt: 'field.whoDidIt',
  outcome: 'field.outcome',
  barrier: 'field.barriers',
  origin: 'field.origin',
} as const satisfies Record<FilterField, TextKey<'requests'>>
