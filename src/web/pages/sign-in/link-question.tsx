import { type UseQueryResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ProblemAnswer } from '../../api.ts'
import { paths } from '../../paths.ts'
import { forgetDemands } from '../../pins-here.ts'
import { beginSession, sessionQuery } from '../../session.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'

interface LinkQuestionProps<Found> {
  readonly token: string
  readonly found: UseQueryResult<Found>
  readonly children: (found: Found) => ReactNode
}

/** What a link opens; when it opens nothing, why, and the way on. */
export const LinkQuestion = <Found,>({ token, found, children }: LinkQuestionProps<Found>) => {
  const { t } = useText('joining')
  if (!token) return <Closed sentence={t('invitation.missing')} />
  if (found.data) return children(found.data)
  if (found.error instanceof ProblemAnswer) return <Closed sentence={found.error.message} />
  if (found.error) return <QueryError error={found.error} onRetry={() => void found.refetch()} />
  return <LoadingState sentence={t('state.loading')} />
}

const Closed = ({ sentence }: { sentence: string }) => {
  const { t } = useText('joining')
  return (
    <div className="joining">
      <Notice kind="error" word={t('failedWord')}>
        <p>{sentence}</p>
      </Notice>
      <Link to={paths.signIn} className="link">
        {t('back')}
      </Link>
    </div>
  )
}

/** Sends the password with the token; the session comes with the answer, and the person goes in. */
export function useEntering(send: (password: string) => Promise<void>) {
  const queries = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      forgetDemands()
      beginSession(queries, await queries.fetchQuery({ ...sessionQuery, staleTime: 0 }))
      await router.navigate({ to: paths.start, replace: true })
    },
  })
}
