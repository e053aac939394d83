import { XIcon } from '@phosphor-icons/react/dist/csr/X'
import { filterFields } from '../../../domain/request/request-filter.ts'
import { isNarrowed, type RequestSearch, valuesOf } from '../../search.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { filterLabels } from './filter-label.ts'
import type { FilterOptions } from './filter-option.ts'

interface FilterChipsProps {
  readonly filter: RequestSearch
  readonly options: FilterOptions
  readonly onFilter: (filter: RequestSearch) => void
}

/** What is on, each with a way to put it off again, and the way back to everything. */
export const FilterChips = ({ filter, options, onFilter }: FilterChipsProps) => {
  const { t } = useText('requests')
  if (!isNarrowed(filter)) return null
  const chips = filterFields.flatMap((field) =>
    valuesOf(filter, field).map((value) => ({
      field,
      value,
      words: t('filter.is', {
        field: t(filterLabels[field]),
        value: options[field]?.find(({ id }) => id === value)?.label ?? value,
      }),
    })),
  )
  return (
    <div className="filter-chips">
      {chips.length > 0 ? (
        <ul aria-label={t('filter.on')}>
          {chips.map(({ field, value, words }) => (
            <li key={`${field} ${value}`}>
              <button
                type="button"
                className="button filter-chip"
                aria-label={t('filter.remove', { filter: words })}
                onClick={() => onFilter({ ...filter, [field]: without(filter[field], value) })}
              >
                {words}
                <XIcon aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <Button look="bare" onPress={() => onFilter({})}>
        {t('clear')}
      </Button>
    </div>
  )
}

const without = (values: string | undefined, value: string): string | undefined =>
  values
    ?.split(',')
    .filter((one) => one !== value)
    .join(',') || undefined
