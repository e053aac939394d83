import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { codeListsQuery } from '../../code-labels.ts'
import type { Author } from '../../outbox/outbox.ts'
import { Page } from '../../page.tsx'
import { atDesk, sessionQuery } from '../../session.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { desksQuery } from '../request/desks.ts'
import { VisitForm } from './visit-form.tsx'
import './desk-page.css'

export const DeskPage = () => {
  const { t } = useText('desk')
  const { data: session } = useQuery(sessionQuery)
  const author = useRef<Author>(undefined)
  if (session?.rights.includes(atDesk))
    author.current = { cityId: session.city.id, memberId: session.member.id }
  if (author.current && (session === null || session?.rights.includes(atDesk)))
    return <Desk author={author.current} isSignedOut={session === null} />
  return (
    <Page title={t('title')}>
      <Notice kind="info" word={t('forbidden.word')}>
        <p>{t('forbidden.desk')}</p>
      </Notice>
    </Page>
  )
}

const Desk = ({ author, isSignedOut }: { author: Author; isSignedOut: boolean }) => {
  const { t } = useText('desk')
  const codes = useQuery(codeListsQuery)
  const desks = useQuery(desksQuery)
  if (codes.data && desks.data) {
    const open = desks.data.filter(({ lastDay }) => lastDay === null)
    if (open.length > 0)
      return <VisitForm key={author.memberId} desks={open} author={author} isSignedOut={isSignedOut} />
  }
  const error = codes.error ?? desks.error
  return (
    <Page title={t('title')}>
      {error ? (
        <QueryError error={error} onRetry={() => void Promise.all([codes.refetch(), desks.refetch()])} />
      ) : desks.data ? (
        <Notice kind="info" word={t('noDesk.word')}>
          <p>{t('noDesk.sentence')}</p>
        </Notice>
      ) : (
        <LoadingState sentence={t('state.loading')} />
      )}
    </Page>
  )
}
