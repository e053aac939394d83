import { type FilterField, filterFields } from '../../../domain/request/request-filter.ts'
import { formatDate, formatOr } from '../../../text/format.ts'
import type { LabelledList } from '../../../text/label.ts'
import { useLabels } from '../../code-labels.ts'
import { readDate } from '../../search.ts'
import { useText } from '../../use-text.ts'
import { filterLabels } from '../requests/filter-label.ts'

type KeptFilter = Readonly<Record<string, string | readonly string[] | boolean>>

/** The lists whose codes a filter holds; of desks and guides only how many there were. */
const lists: Partial<Record<FilterField, LabelledList>> = {
  theme: 'theme',
  subTheme: 'theme',
  clientKind: 'client_kind',
  status: 'status',
  nationality: 'nationality',
  contactLanguage: 'contact_language',
  firstVisit: 'first_visit',
  action: 'action',
  whoDidIt: 'who_did_it',
  outcome: 'outcome',
  barrier: 'barrier',
  origin: 'origin',
}

/** What a kept filter says, part by part. */
export function useFilterWords(): (filter: KeptFilter) => string[] {
  const { t } = useText('privacy')
  const { t: say, language } = useText('requests')
  const label = useLabels()
  const answersOf = (field: FilterField, codes: readonly string[]) => {
    const list = lists[field]
    return list
      ? formatOr(
          language,
          codes.map((code) => label(list, code)),
        )
      : say('filter.chosen', { count: codes.length })
  }
  return (filter) => {
    const days = (['from', 'to'] as const).flatMap((end) => {
      const day = readDate(filter[end])
      return day ? say('filter.is', { field: say(`period.${end}`), value: formatDate(language, day) }) : []
    })
    const fields = filterFields.flatMap((field) => {
      const codes = filter[field]
      return Array.isArray(codes)
        ? say('filter.is', { field: say(filterLabels[field]), value: answersOf(field, codes) })
        : []
    })
    const words = [...days, ...fields, ...(filter.hasWords === true ? [t('exports.words')] : [])]
    return words.length > 0 ? words : [t('exports.everything')]
  }
}
