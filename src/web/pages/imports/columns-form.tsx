import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight'
import { useState } from 'react'
import type { ImportColumn } from '../../../contract/import-decision.ts'
import type { OrganizationId } from '../../../domain/id.ts'
import type { ImportField } from '../../../domain/import/import-field.ts'
import { isolate } from '../../../text/isolate.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { ColumnChoice } from './column-choice.tsx'
import { ForgetFile } from './forget-file.tsx'
import { keepColumns } from './import-query.ts'
import { StepProblem } from './step-problem.tsx'
import { useStep } from './use-step.ts'

interface ColumnsFormProps {
  readonly id: Parameters<typeof keepColumns>[0]['id']
  readonly version: number
  readonly organizationId: OrganizationId
  readonly columns: readonly ImportColumn[]
}

const required = ['received_on', 'theme'] as const satisfies readonly ImportField[]

export const ColumnsForm = ({ id, version, organizationId, columns }: ColumnsFormProps) => {
  const { t } = useText('imports')
  const [fields, setFields] = useState(() => columns.map(({ field }) => field))
  const keeping = useStep(() => keepColumns({ id, version }, { organizationId, columns: [...fields] }))
  const missing = required.filter((field) => !fields.includes(field))
  const twice = fields.find((field, position) => field !== null && fields.indexOf(field) !== position)
  const choose = (position: number, field: ImportField | null) =>
    setFields((before) => before.map((each, index) => (index === position ? field : each)))
  const shown: Column<ImportColumn>[] = [
    {
      id: 'heading',
      heading: t('columns.heading'),
      cell: ({ heading }) => <strong>{heading || t('columns.noHeading')}</strong>,
    },
    {
      id: 'samples',
      heading: t('columns.samples'),
      cell: ({ samples }) => (
        <span className="quiet">
          {samples.length > 0 ? samples.map(isolate).join(' · ') : t('columns.empty')}
        </span>
      ),
    },
    {
      id: 'field',
      heading: t('columns.field'),
      cell: ({ position, heading, by, field }) => (
        <ColumnChoice
          label={t('columns.holds', { column: heading })}
          field={fields[position] ?? null}
          by={fields[position] === field ? by : null}
          onChoose={(chosen) => choose(position, chosen)}
        />
      ),
    },
  ]
  return (
    <>
      <p>{t('columns.lead')}</p>
      <DataTable
        caption={t('columns.table')}
        columns={shown}
        rows={columns}
        keyOf={({ position }) => String(position)}
        stacks
      />
      {missing.length > 0 ? (
        <Notice kind="signal" word={t('columns.missingWord')}>
          <p>{t('columns.missing', { fields: missing.map((field) => t(`field.${field}`)).join(', ') })}</p>
        </Notice>
      ) : null}
      {twice ? (
        <Notice kind="signal" word={t('columns.missingWord')}>
          <p>{t('columns.twice', { field: t(`field.${twice}`) })}</p>
        </Notice>
      ) : null}
      {fields.includes('number') ? null : (
        <Notice kind="info" word={t('state.infoWord')}>
          <p>{t('columns.noNumber')}</p>
        </Notice>
      )}
      <StepProblem error={keeping.error} />
      <div className="import-buttons">
        <Button
          look="primary"
          isDisabled={missing.length > 0 || twice !== undefined || keeping.isPending}
          onPress={() => keeping.mutate()}
          icon={<ArrowRightIcon aria-hidden />}
        >
          {t('columns.next')}
        </Button>
        <ForgetFile id={id} />
      </div>
    </>
  )
}
