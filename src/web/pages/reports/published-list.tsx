import { FileTextIcon } from '@phosphor-icons/react/dist/csr/FileText'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PublicationHead } from '../../../contract/publication.ts'
import { formatDate } from '../../../text/format.ts'
import { paths } from '../../paths.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { EmptyState, LoadingState } from '../../ui/state.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import { publicationsQuery } from './publication-query.ts'

/** What was published, for whoever reads reports and no live figures; each report once. */
export const PublishedList = () => {
  const { t } = useText('publication')
  const { data, error, refetch } = useQuery(publicationsQuery)
  if (error && !data) return <QueryError error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingState sentence={t('state.loading')} />
  const reports = [...Map.groupBy(data.items, ({ snapshotId }) => snapshotId)]
  if (reports.length === 0)
    return (
      <EmptyState title={t('noneTitle')} icon={<FileTextIcon aria-hidden size={48} />}>
        <p>{t('noneLead')}</p>
      </EmptyState>
    )
  return (
    <ul className="published-list">
      {reports.map(([id, publications]) => (
        <PublishedItem key={id} publications={publications} />
      ))}
    </ul>
  )
}

const PublishedItem = ({ publications }: { readonly publications: readonly PublicationHead[] }) => {
  const { t, language } = useText('publication')
  const [newest] = publications
  if (!newest) return null
  const [from, to] = [formatDate(language, newest.from), formatDate(language, newest.to)]
  return (
    <li>
      <Link to={paths.publishedReport} params={{ id: newest.snapshotId }} className="link">
        {t('reports.frozenPeriod', { from, to })}
      </Link>
      {newest.withdrawn ? <span className="frozen-state">{t('badgeWithdrawn')}</span> : null}
      <PublishedSince publications={publications} />
    </li>
  )
}

/** For whom and since when, the first first. */
export const PublishedSince = ({ publications }: { readonly publications: readonly PublicationHead[] }) => {
  const { t } = useText('publication')
  const moment = useMoment()
  return publications
    .toReversed()
    .map(({ audience, publishedAt }) => (
      <p key={audience}>{t(`publishedFor.${audience}`, { moment: moment(publishedAt) })}</p>
    ))
}
