import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Page } from '../../page.tsx'
import { paths } from '../../paths.ts'
import { periodOf, type RequestSearch } from '../../search.ts'
import { sessionQuery } from '../../session.ts'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { today } from '../period/default-period.ts'
import { PeriodChoice } from '../period/period-choice.tsx'
import { newestRequestQuery } from './newest-request.ts'
import { RequestResults } from './request-results.tsx'
import { ThemeFilter, useThemes } from './theme-filter.tsx'
import './requests-page.css'

export const RequestsPage = () => {
  const { t } = useText('requests')
  const { data: session } = useQuery(sessionQuery)
  const mayRead = session?.rights.includes('requests.read')
  return (
    <Page title={t('title')} lead={t('lead')}>
      {mayRead ? (
        <FilteredRequests />
      ) : (
        <Notice kind="info" word={t('forbidden.word')}>
          <p>{t('forbidden.requests')}</p>
        </Notice>
      )}
    </Page>
  )
}

const FilteredRequests = () => {
  const search = useSearch({ from: '/signed-in/requests' })
  const { data: newest } = useQuery(newestRequestQuery)
  const themes = useThemes()
  const navigate = useNavigate()
  const filterBy = (filter: RequestSearch) => void navigate({ to: paths.requests, search: filter })
  const { theme, ...days } = search
  // A code that is no option, a sensitive one among them, is no filter either, even when the address holds it.
  const chosenTheme = themes?.some(({ id }) => id === theme) ? theme : undefined
  const filter = { ...periodOf(search), ...(chosenTheme ? { theme: chosenTheme } : {}) }
  return (
    <>
      <div className="filters">
        <PeriodChoice
          period={periodOf(search)}
          around={newest ?? today()}
          onPeriod={({ from, to }) => filterBy({ ...search, from, to })}
          onAll={() => filterBy(theme ? { theme } : {})}
        />
        <ThemeFilter
          themes={themes ?? []}
          theme={chosenTheme}
          onTheme={(chosen) => filterBy({ ...days, ...(chosen ? { theme: chosen } : {}) })}
        />
      </div>
      {theme && !themes ? null : <RequestResults filter={filter} onClear={() => filterBy({})} />}
    </>
  )
}
