import { useQuery } from '@tanstack/react-query'
import { Page } from '../../page.tsx'
import { sessionQuery } from '../../session.ts'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { DeviceSection } from './device-section.tsx'
import { QuarantineSection } from './quarantine-section.tsx'
import './devices-page.css'

/** On which devices people note, and what came from one that is not trusted any more. */
export const DevicesPage = () => {
  const { t } = useText('devices')
  const { data: session } = useQuery(sessionQuery)
  const rights = session?.rights ?? []
  return (
    <Page title={t('title')} lead={t('lead')}>
      {rights.includes('quarantine.decide') ? <QuarantineSection /> : null}
      {rights.includes('devices.change') ? (
        <DeviceSection />
      ) : (
        <Notice kind="info" word={t('forbidden.word')}>
          <p>{t('forbidden.manage')}</p>
        </Notice>
      )}
    </Page>
  )
}
