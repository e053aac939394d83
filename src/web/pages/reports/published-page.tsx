import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { PublicationHead } from '../../../contract/publication.ts'
import { formatDate } from '../../../text/format.ts'
import { Page } from '../../page.tsx'
import { paths } from '../../paths.ts'
import { sessionQuery } from '../../session.ts'
import { NotFoundPage } from '../../shell/not-found-page.tsx'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import { frozenFilePath } from '../file-path.ts'
import { DownloadMenu } from './download-menu.tsx'
import { PublicContent } from './public-content.tsx'
import { publicationsQuery, publishedQuery } from './publication-query.ts'
import { PublishedSince } from './published-list.tsx'
import './reports-page.css'

/** A report as it was published, for whoever sees no live figures: the council's where there is one. */
export const PublishedPage = () => {
  const { t } = useText('publication')
  const { id } = useParams({ from: '/signed-in/reports/published/$id' })
  const { data, error, refetch } = useQuery(publicationsQuery)
  const publications = data?.items.filter(({ snapshotId }) => snapshotId === id) ?? []
  const shown = publications.find(({ audience }) => audience === 'council') ?? publications[0]
  if (shown) return <PublishedReport shown={shown} publications={publications} />
  if (data) return <NotFoundPage />
  return (
    <Page title={t('publishedTitle')}>
      {error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState sentence={t('state.loading')} />
      )}
    </Page>
  )
}

interface PublishedReportProps {
  readonly shown: PublicationHead
  readonly publications: readonly PublicationHead[]
}

const PublishedReport = ({ shown, publications }: PublishedReportProps) => {
  const { t, language } = useText('publication')
  const moment = useMoment()
  const { data: session } = useQuery(sessionQuery)
  const { snapshotId: id, audience, withdrawn } = shown
  const [from, to] = [formatDate(language, shown.from), formatDate(language, shown.to)]
  return (
    <Page
      title={t('publishedTitle')}
      lead={t('reports.lead', { city: session?.city.name ?? '', from, to })}
      actions={
        withdrawn ? null : (
          <>
            <Button icon={<PrinterIcon aria-hidden size={20} />} onPress={() => window.print()}>
              {t('reports.print')}
            </Button>
            <DownloadMenu pathOf={frozenFilePath(id, audience, language)} />
          </>
        )
      }
    >
      <p className="no-print">
        <Link to={paths.reports} className="link">
          {t('allReports')}
        </Link>
      </p>
      <div className="frozen-note">
        <PublishedSince publications={publications} />
        <p className="frozen-checksum">{t('reports.checksum', { checksum: shown.checksum })}</p>
      </div>
      {withdrawn ? (
        <Notice kind="info" word={t('badgeWithdrawn')}>
          <p>{t('withdrawnOn', { moment: moment(withdrawn.at), reason: withdrawn.reason })}</p>
        </Notice>
      ) : (
        <Figures shown={shown} />
      )}
    </Page>
  )
}

const Figures = ({ shown: { snapshotId: id, audience } }: Pick<PublishedReportProps, 'shown'>) => {
  const { t, language } = useText('publication')
  const { data, error, refetch } = useQuery(publishedQuery({ id, audience, language }))
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />
  return data ? <PublicContent content={data} /> : <LoadingState sentence={t('state.loading')} />
}
