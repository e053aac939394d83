import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import type { ReportAudience } from '../../../domain/report/report-format.ts'
import { formatDate } from '../../../text/format.ts'
import { later } from '../../lazy-part.tsx'
import { Page } from '../../page.tsx'
import { paths } from '../../paths.ts'
import { sessionQuery } from '../../session.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import { frozenFilePath } from '../file-path.ts'
import { DownloadMenu } from './download-menu.tsx'
import { type FrozenPage, frozenPageQuery } from './frozen-query.ts'
import { FrozenView } from './frozen-view.tsx'
import { MailingSection } from './mailing-section.tsx'
import { PublicationLine } from './publication-line.tsx'
import { publicationsQuery } from './publication-query.ts'
import './reports-page.css'

const FrozenChanges = later(() =>
  import('./frozen-changes.tsx').then((module) => ({ default: module.FrozenChanges })),
)

export const FrozenReportPage = () => {
  const { t, language } = useText()
  const { id } = useParams({ from: '/signed-in/reports/frozen/$id' })
  const { data, error, refetch } = useQuery(frozenPageQuery(id, language))
  if (data) return <FrozenReport frozen={data} />
  return (
    <Page title={t('reports.frozenReport')}>
      {error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState sentence={t('state.loading')} />
      )}
    </Page>
  )
}

/** A report as it was on the day that it was frozen: who reads it, to whom it was sent, and what stands in it. */
const FrozenReport = ({ frozen }: { readonly frozen: FrozenPage }) => {
  const { t, language } = useText('publication')
  const moment = useMoment()
  const { audience = 'coordinator' } = useSearch({ from: '/signed-in/reports/frozen/$id' })
  const { data: session } = useQuery(sessionQuery)
  const { t: projectWords } = useText('projects')
  const { snapshot, report, project } = frozen
  const { id } = snapshot
  const [from, to] = [formatDate(language, snapshot.from), formatDate(language, snapshot.to)]
  const fileOf = useHasFile(id, audience) ? frozenFilePath(id, audience, language) : undefined
  return (
    <Page
      title={
        project
          ? projectWords('partialOf', { ...project.partial, name: project.name })
          : t('reports.frozenReport')
      }
      lead={t('reports.lead', { city: session?.city.name ?? report.city.name, from, to })}
      actions={fileOf ? <DownloadMenu pathOf={fileOf} /> : null}
    >
      <p className="frozen-note">
        {t('reports.frozenNote', { moment: moment(snapshot.madeAt), name: snapshot.madeBy })} ·{' '}
        {t('version', { version: snapshot.version })}
        <br />
        <span className="frozen-checksum">{t('reports.checksum', { checksum: snapshot.checksum })}</span>
      </p>
      <p className="no-print">
        <Link to={paths.reports} search={{ from: snapshot.from, to: snapshot.to }} className="link">
          {t('reports.backToLive')}
        </Link>
      </p>
      <PublicationLine id={id} />
      {session?.rights.includes('reports.send') ? <MailingSection id={id} /> : null}
      <div className="no-print">
        <Disclosure label={t('changes')}>
          {() => (
            <Suspense>
              <FrozenChanges snapshot={snapshot} />
            </Suspense>
          )}
        </Disclosure>
      </div>
      <FrozenView frozen={frozen} audience={audience} fileOf={fileOf} />
    </Page>
  )
}

/** The coordinator's there always is; that of others once it is published for them, and as long as it stands. */
function useHasFile(id: string, audience: ReportAudience): boolean {
  const { data } = useQuery(publicationsQuery)
  const publication = data?.items.find((one) => one.snapshotId === id && one.audience === audience)
  return audience === 'coordinator' || (publication !== undefined && !publication.withdrawn)
}
