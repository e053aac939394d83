import { UserPlusIcon } from '@phosphor-icons/react/dist/csr/UserPlus'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Page } from '../../page.tsx'
import type { MemberPart } from '../../search.ts'
import { sessionQuery } from '../../session.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { InvitationSection } from './invitation-section.tsx'
import { KeySection } from './key-section.tsx'
import { lazyDialog } from './lazy-dialog.tsx'
import { type Directory, useDirectory } from './member-query.ts'
import { MemberSection } from './member-section.tsx'
import { OrganizationSection } from './organization-section.tsx'
import { PartLinks } from './part-links.tsx'
import './members-page.css'

const InviteDialog = lazyDialog(async () => (await import('./invite-dialog.tsx')).InviteDialog)

/** Who works here, who is invited, from which organisation, and with which keys programs come in. */
export const MembersPage = () => {
  const { t } = useText('members')
  const { data: session } = useQuery(sessionQuery)
  if (session?.rights.includes('members.change')) return <Members />
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Notice kind="info" word={t('forbidden.word')}>
        <p>{t('forbidden.manage')}</p>
      </Notice>
    </Page>
  )
}

const Members = () => {
  const { t, language } = useText('members')
  const { part } = useSearch({ from: '/signed-in/manage/members' })
  const { directory, error, retry } = useDirectory(language)
  const [isInviting, setInviting] = useState(false)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button look="primary" icon={<UserPlusIcon aria-hidden />} onPress={() => setInviting(true)}>
          {t('invite')}
        </Button>
      }
    >
      <PartLinks part={part} />
      {directory ? (
        <Part part={part} directory={directory} />
      ) : error ? (
        <QueryError error={error} onRetry={retry} />
      ) : (
        <LoadingState sentence={t('state.loading')} />
      )}
      {isInviting && directory ? (
        <InviteDialog directory={directory} onClose={() => setInviting(false)} />
      ) : null}
    </Page>
  )
}

const Part = ({ part, directory }: { part: MemberPart | undefined; directory: Directory }) => {
  switch (part) {
    case undefined:
      return <MemberSection directory={directory} />
    case 'invitations':
      return <InvitationSection />
    case 'organizations':
      return <OrganizationSection directory={directory} />
    case 'keys':
      return <KeySection />
  }
}
