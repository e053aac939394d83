import { filterFields } from '../../../domain/request/request-filter.ts'
import { formatDate, formatOr } from '../../../text/format.ts'
import { periodOf, type RequestSearch, valuesOf } from '../../search.ts'
import { useText } from '../../use-text.ts'
import { filterLabels } from './filter-label.ts'
import type { FilterOptions } from './filter-option.ts'

interface FilterWordsProps {
  readonly filter: RequestSearch
  readonly options: FilterOptions
}

/** On paper, where no control is: what the filter says. */
export const FilterWords = ({ filter, options }: FilterWordsProps) => {
  const { t, language } = useText('requests')
  const period = periodOf(filter)
  const labels = (field: (typeof filterFields)[number]) =>
    formatOr(
      language,
      valuesOf(filter, field).map((value) => options[field]?.find(({ id }) => id === value)?.label ?? value),
    )
  return (
    <ul className="filter-words">
      <li>
        {period
          ? t('filter.period', {
              from: formatDate(language, period.from),
              to: formatDate(language, period.to),
            })
          : t('filter.allDays')}
      </li>
      {filter.q ? <li>{t('filter.words', { words: filter.q })}</li> : null}
      {filterFields
        .filter((field) => filter[field])
        .map((field) => (
          <li key={field}>{t('filter.is', { field: t(filterLabels[field]), value: labels(field) })}</li>
        ))}
    </ul>
  )
}
