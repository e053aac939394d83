import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReportAudience } from '../../../domain/report/report-format.ts'
import { formatDate } from '../../../text/format.ts'
import { Page } from '../../page.tsx'
import { frozenFilePath, paths } from '../../paths.ts'
import { sessionQuery } from '../../session.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import { DownloadMenu } from './download-menu.tsx'
import { FrozenChanges } from './frozen-changes.tsx'
import { FrozenProject } from './frozen-project.tsx'
import { frozenPageQuery } from './frozen-query.ts'
import { MailingSection } from './mailing-section.tsx'
import { PublicReport } from './public-report.tsx'
import { PublicationLine } from './publication-line.tsx'
import { publicationsQuery } from './publication-query.ts'
import { ReportContent } from './report-content.tsx'
import './reports-page.css'

const audiences = ['coordinator', 'council', 'everybody'] as const satisfies readonly ReportAudience[]

/** A report as it was on the day that it was frozen. */
export const FrozenReportPage = () => {
  const { t, language } = useText('publication')
  const moment = useMoment()
  const { id } = useParams({ from: '/signed-in/reports/frozen/$id' })
  const { audience = 'coordinator' } = useSearch({ from: '/signed-in/reports/frozen/$id' })
  const navigate = useNavigate({ from: paths.frozenReport })
  const { data: session } = useQuery(sessionQuery)
  const { data, error, refetch } = useQuery(frozenPageQuery(id, language))
  const { data: publications } = useQuery(publicationsQuery)
  const publication = publications?.items.find((one) => one.snapshotId === id && one.audience === audience)
  if (error || !data)
    return (
      <Page title={t('reports.frozenReport')}>
        {error ? (
          <QueryError error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState sentence={t('state.loading')} />
        )}
      </Page>
    )
  const { snapshot, report, charts, project } = data
  const [from, to] = [formatDate(language, snapshot.from), formatDate(language, snapshot.to)]
  return (
    <Page
      title={t('reports.frozenReport')}
      lead={t('reports.lead', { city: session?.city.name ?? report.city.name, from, to })}
      actions={
        <>
          <Button icon={<PrinterIcon aria-hidden size={20} />} onPress={() => window.print()}>
            {t('reports.print')}
          </Button>
          {audience === 'coordinator' || (publication && !publication.withdrawn) ? (
            <DownloadMenu pathOf={frozenFilePath(id, audience, language)} />
          ) : null}
        </>
      }
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
        <Disclosure label={t('changes')}>{() => <FrozenChanges snapshot={snapshot} />}</Disclosure>
      </div>
      <div className="filters no-print">
        <Choice
          label={t('audience')}
          options={audiences.map((each) => ({ id: each, label: t(each) }))}
          selected={audience}
          onSelect={(chosen) =>
            void navigate({
              search: { audience: chosen === 'coordinator' ? undefined : chosen },
              replace: true,
            })
          }
        />
      </div>
      {audience !== 'coordinator' && publications && !publication ? (
        <p className="no-print">{t('downloadLater')}</p>
      ) : null}
      {audience !== 'coordinator' ? (
        <PublicReport id={id} audience={audience} />
      ) : (
        <>
          {project ? <FrozenProject project={project} /> : null}
          <ReportContent report={report} charts={charts} isBusy={false} />
        </>
      )}
    </Page>
  )
}
