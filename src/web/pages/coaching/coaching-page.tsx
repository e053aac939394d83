import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useQuery } from '@tanstack/react-query'
import { Page } from '../../page.tsx'
import { sessionQuery } from '../../session.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { CaseCard } from './case-card.tsx'
import { casesQuery } from './coaching-query.ts'
import { HandoverCard } from './handover-card.tsx'
import { handoversQuery } from './handover-query.ts'
import { TeamThemes } from './team-themes.tsx'
import { WishList } from './wish-list.tsx'
import './coaching.css'

/** What colleagues and the coach talk about: for a coach the page of the team meeting. */
export const CoachingPage = () => {
  const { t } = useText('coaching')
  const { data: session } = useQuery(sessionQuery)
  const rights = session?.rights ?? []
  if (!rights.includes('coaching.read'))
    return (
      <Page title={t('title')}>
        <Notice kind="info" word={t('forbidden.word')}>
          <p>{t('forbidden.here')}</p>
        </Notice>
      </Page>
    )
  const [isCoach, isGuide] = [rights.includes('coaching.answer'), rights.includes('coaching.ask')]
  return (
    <Page
      title={t('title')}
      lead={isCoach ? t('leadCoach') : t('lead')}
      actions={
        isCoach ? (
          <Button icon={<PrinterIcon aria-hidden />} onPress={() => window.print()}>
            {t('print')}
          </Button>
        ) : null
      }
    >
      <div className="coaching">
        {isGuide ? <Handovers /> : null}
        <Cases isCoach={isCoach} />
        {isCoach ? <TeamThemes /> : null}
        <WishList isCoach={isCoach && !isGuide} />
      </div>
    </Page>
  )
}

const Handovers = () => {
  const { t } = useText('coaching')
  const { data, error, refetch } = useQuery(handoversQuery())
  return (
    <section className="coaching-part" aria-labelledby="handovers">
      <h2 id="handovers">{t('handover.title')}</h2>
      {error && !data ? <QueryError error={error} onRetry={() => void refetch()} /> : null}
      {data?.length === 0 ? <p>{t('handover.none')}</p> : null}
      <ul className="coaching-list">
        {data?.map((one) => (
          <HandoverCard key={one.id} one={one} />
        ))}
      </ul>
    </section>
  )
}

const Cases = ({ isCoach }: { isCoach: boolean }) => {
  const { t } = useText('coaching')
  const { data, error, refetch } = useQuery(casesQuery())
  return (
    <section className="coaching-part" aria-labelledby="cases">
      <h2 id="cases">{isCoach ? t('cases.team') : t('cases.own')}</h2>
      {data ? null : error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState sentence={t('state.loading')} />
      )}
      {data?.length === 0 ? <p>{isCoach ? t('cases.noneTeam') : t('cases.none')}</p> : null}
      <ul className="coaching-list">
        {data?.map((one) => (
          <CaseCard key={one.id} one={one} />
        ))}
      </ul>
    </section>
  )
}
