import { useQuery } from '@tanstack/react-query'
import { Page } from '../../page.tsx'
import { sessionQuery } from '../../session.ts'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { ExportList } from './export-list.tsx'
import './privacy-page.css'

/** What whoever watches over privacy must be able to see: what left the house, and why. */
export const PrivacyPage = () => {
  const { t } = useText('privacy')
  const { data: session } = useQuery(sessionQuery)
  return (
    <Page title={t('title')} lead={t('lead')}>
      {session?.rights.includes('exports.read') ? (
        <ExportList />
      ) : (
        <Notice kind="info" word={t('forbidden.word')}>
          <p>{t('forbidden.manage')}</p>
        </Notice>
      )}
    </Page>
  )
}
