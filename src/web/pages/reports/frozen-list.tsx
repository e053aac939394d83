import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDate } from '../../../text/format.ts'
import { paths } from '../../paths.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import { frozenListQuery } from './frozen-query.ts'
import { publicationsQuery } from './publication-query.ts'

/**
 * What was frozen, when and by whom; the beginning of the checksum tells two apart. `isSaid`: the page says already that
 * something did not come.
 */
export const FrozenList = ({ isSaid }: { isSaid: boolean }) => {
  const { t, language } = useText('publication')
  const { t: project } = useText('projects')
  const { data: publications } = useQuery(publicationsQuery)
  const stateOf = (id: string) => {
    const found = publications?.items.filter(({ snapshotId }) => snapshotId === id) ?? []
    if (found.length === 0) return undefined
    if (found.some(({ withdrawn }) => withdrawn)) return t('badgeWithdrawn')
    return t(found.some(({ audience }) => audience === 'everybody') ? 'badgePublished' : 'badgeCouncil')
  }
  const moment = useMoment()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(frozenListQuery)
  if (error && !data) return isSaid ? null : <QueryError error={error} onRetry={() => void refetch()} />
  // The figures above it say already that something is on its way.
  if (!data) return null
  const heads = data.pages.flatMap(({ items }) => items)
  return (
    <section className="frozen-list no-print" aria-labelledby="frozen">
      <h2 id="frozen">{t('reports.frozenTitle')}</h2>
      {heads.length === 0 ? <p>{t('reports.frozenNone')}</p> : null}
      <ul>
        {heads.map(({ id, from, to, version, madeAt, madeBy, partOf, checksum }) => (
          <li key={id}>
            <Link to={paths.frozenReport} params={{ id }} className="link">
              {t('reports.frozenPeriod', { from: formatDate(language, from), to: formatDate(language, to) })}
            </Link>
            {stateOf(id) ? <span className="frozen-state">{stateOf(id)}</span> : null}
            {partOf ? <p>{project('partialOf', partOf)}</p> : null}
            <p>
              {t('reports.frozenNote', { moment: moment(madeAt), name: madeBy })} ·{' '}
              {t('version', { version })} · {t('reports.checksum', { checksum: checksum.slice(0, 12) })}
            </p>
          </li>
        ))}
      </ul>
      {hasNextPage ? (
        <Button isDisabled={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </section>
  )
}
