import { useQuery } from '@tanstack/react-query'
import { Page } from '../../page.tsx'
import { sessionQuery } from '../../session.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { InvitationSection } from './invitation-section.tsx'
import { KeySection } from './key-section.tsx'
import { useDirectory } from './member-query.ts'
import { MemberSection } from './member-section.tsx'
import { OrganizationSection } from './organization-section.tsx'
import './members-page.css'

/** Who works here, who is invited, from which organisation, and with which keys programs come in. */
export const MembersPage = () => {
  const { t } = useText('members')
  const { data: session } = useQuery(sessionQuery)
  return (
    <Page title={t('title')} lead={t('lead')}>
      {session?.rights.includes('members.change') ? (
        <Members />
      ) : (
        <Notice kind="info" word={t('forbidden.word')}>
          <p>{t('forbidden.manage')}</p>
        </Notice>
      )}
    </Page>
  )
}

const Members = () => {
  const { t, language } = useText('members')
  const { directory, error, retry } = useDirectory(language)
  if (error && !directory) return <QueryError error={error} onRetry={retry} />
  if (!directory) return <LoadingState sentence={t('state.loading')} />
  return (
    <div className="members">
      <MemberSection directory={directory} />
      <InvitationSection directory={directory} />
      <OrganizationSection directory={directory} />
      <KeySection directory={directory} />
    </div>
  )
}
