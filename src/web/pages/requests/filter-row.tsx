import { FunnelIcon } from '@phosphor-icons/react/dist/csr/Funnel'
import { type ReactNode, useId, useState } from 'react'
import { type FilterField, filterFields } from '../../../domain/request/request-filter.ts'
import { type RequestSearch, valuesOf } from '../../search.ts'
import { useText } from '../../use-text.ts'
import { FilterMenu } from './filter-menu.tsx'
import type { FilterOption, FilterOptions } from './filter-option.ts'

interface FilterRowProps {
  readonly filter: RequestSearch
  readonly options: FilterOptions
  readonly onOpen: () => void
  readonly onFilter: (filter: RequestSearch) => void
  /** The choice of the period, which folds away with the rest. */
  readonly children: ReactNode
}

/** Period and filters; on a narrow screen behind one button that says how many are on. */
export const FilterRow = ({ filter, options, onOpen, onFilter, children }: FilterRowProps) => {
  const { t } = useText('requests')
  const [isUnfolded, setUnfolded] = useState(false)
  const id = useId()
  // Most cities have nobody who took over: then there is nothing to choose.
  const offered = filterFields.filter((field) => field !== 'caretaker' || options.caretaker?.length)
  const count = filterFields.filter((field) => filter[field]).length + (filter.from ? 1 : 0)
  const choose = (field: FilterField) => (values: readonly string[]) => {
    const next = { ...filter, [field]: values.join(',') || undefined }
    onFilter(field === 'theme' ? withoutStraySubThemes(next, options) : next)
  }
  return (
    <div className="filter-row">
      <button
        type="button"
        className="button button-plain filter-fold"
        aria-expanded={isUnfolded}
        aria-controls={id}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        <FunnelIcon aria-hidden />
        {count > 0 ? t('filter.foldOn', { count }) : t('filter.fold')}
      </button>
      <div id={id} className={isUnfolded ? 'filter-parts' : 'filter-parts filter-folded'}>
        {children}
        <fieldset className="filter-menus" aria-label={t('filter.legend')}>
          {offered.map((field) => (
            <FilterMenu
              key={field}
              field={field}
              filter={filter}
              options={field === 'subTheme' ? subThemesOf(filter, options) : options[field]}
              onOpen={onOpen}
              onValues={choose(field)}
            />
          ))}
        </fieldset>
      </div>
    </div>
  )
}

/** With themes chosen, only theirs: any other would find nothing. */
function subThemesOf(filter: RequestSearch, options: FilterOptions): readonly FilterOption[] | undefined {
  const themes = valuesOf(filter, 'theme')
  return options.subTheme?.filter(({ parent }) => !themes.length || (parent && themes.includes(parent)))
}

function withoutStraySubThemes(filter: RequestSearch, options: FilterOptions): RequestSearch {
  const possible = subThemesOf(filter, options)?.map(({ id }) => id) ?? []
  const kept = valuesOf(filter, 'subTheme').filter((value) => possible.includes(value))
  return { ...filter, subTheme: kept.join(',') || undefined }
}
