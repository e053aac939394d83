import { UsersThreeIcon } from '@phosphor-icons/react/dist/csr/UsersThree'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { Session } from '../../../contract/session.ts'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { mostGroupsListed } from '../../../domain/visit/group-limit.ts'
import { Page } from '../../page.tsx'
import { paths } from '../../paths.ts'
import { periodOf } from '../../search.ts'
import { sessionQuery } from '../../session.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { useToday } from '../../use-today.ts'
import { PeriodChoice } from '../period/period-choice.tsx'
import { periodAround } from '../period/period-kind.ts'
import { GroupList } from './group-list.tsx'
import { groupsQuery } from './group-query.ts'

/** The groups that were met in a period, beside the help requests. */
export const GroupsPage = () => {
  const { t } = useText('groups')
  const navigate = useNavigate()
  const { data: session } = useQuery(sessionQuery)
  const today = useToday()
  const { from, to } =
    periodOf(useSearch({ from: '/signed-in/requests/groups' })) ?? periodAround('half_year', today)
  const period = { from, to }
  return (
    <Page
      title={t('page')}
      lead={t('pageLead')}
      actions={
        <Link to={paths.requests} className="link">
          {t('toRequests')}
        </Link>
      }
    >
      {session?.rights.includes('requests.read') ? (
        <>
          <PeriodChoice
            period={period}
            onPeriod={(search) => void navigate({ to: paths.groups, search })}
            around={today}
          />
          <Groups period={period} session={session} />
        </>
      ) : (
        <Notice kind="info" word={t('forbidden.word')}>
          <p>{t('forbidden.requests')}</p>
        </Notice>
      )}
    </Page>
  )
}

const Groups = ({ period, session: { member } }: { period: Period; session: Session }) => {
  const { t } = useText('groups')
  const queries = useQueryClient()
  const { data: groups, error, refetch } = useQuery(groupsQuery(period))
  if (!groups)
    return error ? (
      <QueryError error={error} onRetry={() => void refetch()} />
    ) : (
      <LoadingState sentence={t('state.loading')} />
    )
  if (groups.length === 0)
    return (
      <EmptyState title={t('none')} icon={<UsersThreeIcon aria-hidden size={48} />}>
        <p>{t('noneLead')}</p>
      </EmptyState>
    )
  const people = groups.reduce((sum, group) => sum + group.people, 0)
  const isCoordinator = member.roles.includes('coordinator')
  return (
    <div className="groups-page">
      <GroupList
        title={
          groups.length < mostGroupsListed
            ? t('total', { count: groups.length, people })
            : t('newest', { most: mostGroupsListed })
        }
        groups={groups}
        mayVoid={({ guide }) => isCoordinator || guide.id === member.id}
        onChanged={() => queries.invalidateQueries({ queryKey: ['group-contacts'] })}
      />
    </div>
  )
}
