import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { isProblem, ProblemAnswer } from '../../api.ts'
import { codeListsQuery } from '../../code-labels.ts'
import { Page } from '../../page.tsx'
import { sessionQuery } from '../../session.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { ListLink } from './list-link.tsx'
import { OneRequest } from './one-request.tsx'
import { requestQuery } from './request-query.ts'
import './request-page.css'

export const RequestPage = () => {
  const { t } = useText('request')
  const { data: session } = useQuery(sessionQuery)
  const { id } = useParams({ from: '/signed-in/requests/$id' })
  // Another request is another page: nothing typed for the one before may stay.
  if (session?.rights.includes('requests.read')) return <FoundRequest key={id} id={id} />
  return (
    <Page title={t('title')}>
      <Notice kind="info" word={t('forbidden.word')}>
        <p>{t('forbidden.requests')}</p>
      </Notice>
    </Page>
  )
}

const FoundRequest = ({ id }: { id: string }) => {
  const { t } = useText('request')
  const request = useQuery(requestQuery(id))
  const codes = useQuery(codeListsQuery)
  if (request.data && codes.data) return <OneRequest record={request.data} />
  const error = request.error ?? codes.error
  return (
    <Page title={t('title')}>
      {isMissing(error) ? (
        <>
          <Notice kind="info" word={t('missing.word')}>
            <p>{t('missing.sentence')}</p>
          </Notice>
          <ListLink />
        </>
      ) : error ? (
        <QueryError error={error} onRetry={() => void Promise.all([request.refetch(), codes.refetch()])} />
      ) : (
        <LoadingState sentence={t('state.loading')} />
      )}
    </Page>
  )
}

/** An address that names no request is as good as a request that is not there. */
const isMissing = (error: unknown) =>
  isProblem(error, 'not_found') || (error instanceof ProblemAnswer && error.status === 400)
