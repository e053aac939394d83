import { useQuery } from '@tanstack/react-query'
import type { CoachedTeam } from '../../../contract/coaching.ts'
import { formatDate, formatNumber } from '../../../text/format.ts'
import { useLabels } from '../../code-labels.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { teamQuery } from './coaching-query.ts'

type Row = CoachedTeam['themes'][number]

/** On which themes the team got stuck of late; counts with their base, never per guide. */
export const TeamThemes = () => {
  const { t, language } = useText('coaching')
  const { data, error, refetch } = useQuery(teamQuery)
  const columns = useColumns()
  return (
    <section className="coaching-part" aria-labelledby="themes">
      <h2 id="themes">{t('themes.title')}</h2>
      {!data ? (
        error ? (
          <QueryError error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState sentence={t('state.loading')} />
        )
      ) : (
        <>
          <p>
            {t('themes.lead', {
              count: data.requests,
              shown: formatNumber(language, data.requests),
              from: formatDate(language, data.from),
              to: formatDate(language, data.to),
            })}{' '}
            {data.requests === 0 ? '' : data.themes.length === 0 ? t('themes.none') : t('themes.meaning')}
          </p>
          {data.themes.length > 0 ? (
            <DataTable
              stacks
              caption={t('themes.title')}
              columns={columns}
              rows={data.themes}
              keyOf={({ theme }) => theme}
            />
          ) : null}
        </>
      )}
    </section>
  )
}

function useColumns(): Column<Row>[] {
  const { t, language } = useText('coaching')
  const label = useLabels()
  const count = (id: 'noOffer' | 'withBarrier' | 'open'): Column<Row> => ({
    id,
    heading: t(`themes.${id}`),
    look: 'number',
    cell: (row) => <span>{formatNumber(language, row[id])}</span>,
  })
  return [
    { id: 'theme', heading: t('field.theme'), cell: ({ theme }) => <strong>{label('theme', theme)}</strong> },
    {
      id: 'hard',
      heading: t('themes.hard'),
      look: 'number',
      cell: ({ hard, requests }) => (
        <span>
          {t('themes.of', { hard: formatNumber(language, hard), requests: formatNumber(language, requests) })}
        </span>
      ),
    },
    count('noOffer'),
    count('withBarrier'),
    count('open'),
  ]
}
