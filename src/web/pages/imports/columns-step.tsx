import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportDetail } from '../../../contract/import.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { ColumnsForm } from './columns-form.tsx'
import { columnsQuery } from './import-query.ts'
import { OtherSheets } from './other-sheets.tsx'

/** Step two: whose requests these are and what each column holds. */
export const ColumnsStep = ({ detail }: { detail: ImportDetail }) => {
  const { t } = useText('imports')
  const [chosen, choose] = useState<string>()
  const { data, error, refetch } = useQuery(
    columnsQuery(detail.id, chosen ?? detail.organizationId ?? undefined),
  )
  if (!data && error) return <QueryError error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingState sentence={t('state.loading')} />
  const { organizationId, organizations, columns, version } = data
  const options = organizations.map(({ id, name }) => ({ id: id as string, label: name }))
  return (
    <>
      <OtherSheets names={detail.otherSheets} />
      {organizations.length > 1 ? (
        <div className="import-organization">
          <Select
            label={t('columns.organization')}
            options={
              organizationId ? options : [{ id: '', label: t('columns.chooseOrganization') }, ...options]
            }
            selected={organizationId ?? ''}
            onSelect={(id) => choose(id || undefined)}
          />
        </div>
      ) : null}
      {organizationId ? (
        <ColumnsForm
          key={`${organizationId} ${version}`}
          id={detail.id}
          version={version}
          organizationId={organizationId}
          columns={columns}
        />
      ) : (
        <Notice kind="info" word={t('columns.organizationWord')}>
          <p>{t('columns.organizationFirst')}</p>
        </Notice>
      )}
    </>
  )
}
