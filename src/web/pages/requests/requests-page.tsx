import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Page } from '../../page.tsx'
import { paths } from '../../paths.ts'
import { sessionQuery } from '../../session.ts'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { FilteredRequests } from './filtered-requests.tsx'
import './requests-page.css'

export const RequestsPage = () => {
  const { t } = useText('requests')
  const { data: session } = useQuery(sessionQuery)
  const mayRead = session?.rights.includes('requests.read')
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        mayRead ? (
          <Link to={paths.groups} className="link">
            {t('groups')}
          </Link>
        ) : null
      }
    >
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
