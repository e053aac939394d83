import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { later } from '../../lazy-part.tsx'
import { periodOf } from '../../search.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { SearchBox } from '../../shell/search-box.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { useToday } from '../../use-today.ts'
import { PeriodChoice } from '../period/period-choice.tsx'
import { FilterChips } from './filter-chips.tsx'
import { knownFilter } from './filter-option.ts'
import { FilterRow } from './filter-row.tsx'
import { FilterWords } from './filter-words.tsx'
import { newestRequestQuery } from './newest-request.ts'
import { RequestResults } from './request-results.tsx'
import { UnusableFilters } from './unusable-filters.tsx'
import { useFilterOptions } from './use-filter-options.ts'
import { useRequestSearch } from './use-request-search.ts'
import { useRequestSettings } from './use-request-settings.ts'
import { useRowKeys } from './use-row-keys.ts'
import { ViewMenu } from './view-menu.tsx'

const KeysDialog = later(() => import('./keys-dialog.tsx').then((module) => ({ default: module.KeysDialog })))

/** Search and filters, and below them what they find. */
export const FilteredRequests = () => {
  const { t } = useText('requests')
  const { search, filterBy, searchFor } = useRequestSearch()
  const [asksWorld, setAsksWorld] = useState(false)
  const { options, error, retry } = useFilterOptions(
    asksWorld || Boolean(search.nationality || search.contactLanguage),
  )
  const settings = useRequestSettings()
  const { data: newest } = useQuery(newestRequestQuery)
  const today = useToday()
  const [isKeysOpen, setKeysOpen] = useState(false)
  useRowKeys(() => setKeysOpen(true))
  const { filter, unusable = [] } = knownFilter(search, options) ?? {}
  const shown = filter ?? search
  return (
    <>
      <div className="request-finding">
        <SearchBox
          label={t('search.label')}
          example={t('search.example')}
          words={search.q}
          onWords={searchFor}
        />
        <ViewMenu filter={shown} settings={settings} onFilter={filterBy} />
      </div>
      <FilterRow filter={shown} options={options} onOpen={() => setAsksWorld(true)} onFilter={filterBy}>
        <PeriodChoice
          period={periodOf(search)}
          around={newest ?? today}
          onPeriod={(period) => filterBy({ ...shown, from: period.from, to: period.to })}
          onAll={() => filterBy({ ...shown, from: undefined, to: undefined })}
        />
      </FilterRow>
      {filter ? (
        <>
          <UnusableFilters fields={unusable} />
          <FilterChips filter={filter} options={options} onFilter={filterBy} />
          <FilterWords filter={filter} options={options} />
          <RequestResults filter={filter} settings={settings} onKeys={() => setKeysOpen(true)} />
        </>
      ) : error ? (
        <QueryError error={error} onRetry={retry} />
      ) : (
        <LoadingState sentence={t('state.loading')} />
      )}
      <Suspense>{isKeysOpen ? <KeysDialog onClose={() => setKeysOpen(false)} /> : null}</Suspense>
    </>
  )
}
