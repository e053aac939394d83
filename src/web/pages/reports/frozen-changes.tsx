import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, bodyOf } from '../../api.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Choice } from '../../ui/choice.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import { versionsQuery } from './frozen-query.ts'
import { ReportTable } from './report-table.tsx'

interface Version {
  readonly id: string
  readonly from: string
  readonly to: string
}

/** What the figures say today, or in another version of the same report, beside what was frozen in this one. */
export const FrozenChanges = ({ snapshot: { id, from, to } }: { readonly snapshot: Version }) => {
  const { t, language } = useText('publication')
  const moment = useMoment()
  const [against, setAgainst] = useState('')
  const versions = useQuery(versionsQuery(from, to))
  const others = versions.data?.items.filter((each) => each.id !== id) ?? []
  const { data, error, refetch } = useQuery({
    queryKey: ['snapshots', id, 'changes', against, language],
    queryFn: () => {
      const query = against === '' ? { language } : { language, against }
      return bodyOf(api.snapshots[':id'].changes.$get({ param: { id }, query }))
    },
  })
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />
  return (
    <>
      {others.length === 0 ? null : (
        <Choice
          label={t('compareWith')}
          options={[
            { id: '', label: t('today') },
            ...others.map(({ id: other, version, madeAt }) => ({
              id: other,
              label: `${t('version', { version })}, ${moment(madeAt)}`,
            })),
          ]}
          selected={against}
          onSelect={setAgainst}
        />
      )}
      {data ? (
        <>
          <p>{data.sentence}</p>
          {data.table.rows.length === 0 ? null : <ReportTable caption={t('changes')} table={data.table} />}
        </>
      ) : (
        <LoadingState sentence={t('state.loading')} />
      )}
    </>
  )
}
