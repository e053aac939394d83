import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportMapping } from '../../../contract/import-decision.ts'
import { announce } from '../../announcement.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'
import { forgetMapping, mappingsQuery, refreshImports } from './import-query.ts'

/** What earlier imports were told that values mean; what turns out wrong is taken out, and asked again. */
export const MappingMemory = () => {
  const { t, language } = useText('imports')
  const [chosen, choose] = useState<string>()
  const { data } = useQuery(mappingsQuery(chosen, language))
  if (!data) return null
  const { organizationId, organizations, items } = data
  return (
    <section aria-label={t('memory.title')}>
      <Disclosure label={t('memory.title')}>
        <div className="imports-memory">
          <p>{t('memory.lead')}</p>
          {organizations.length > 1 ? (
            <div className="import-organization">
              <Select
                label={t('memory.organization')}
                options={organizations.map(({ id, name }) => ({ id, label: name }))}
                selected={organizationId}
                onSelect={choose}
              />
            </div>
          ) : null}
          {items.length === 0 ? <p>{t('memory.empty')}</p> : <Decisions items={items} />}
        </div>
      </Disclosure>
    </section>
  )
}

const Decisions = ({ items }: { items: readonly ImportMapping[] }) => {
  const { t } = useText('imports')
  const queries = useQueryClient()
  const forgetting = useMutation({
    mutationFn: ({ id }: ImportMapping) => forgetMapping(id),
    onSuccess: (_, { value }) => announce({ sentence: t('memory.forgotten', { value }) }),
    onError: () => announce({ sentence: t('state.offline') }),
    onSettled: () => refreshImports(queries),
  })
  const columns: Column<ImportMapping>[] = [
    { id: 'value', heading: t('values.value'), cell: ({ value }) => <strong>{value}</strong> },
    { id: 'field', heading: t('columns.field'), cell: ({ field }) => <span>{t(`field.${field}`)}</span> },
    {
      id: 'meaning',
      heading: t('values.meaning'),
      cell: ({ label }) => <span>{label ?? t('values.unknown')}</span>,
    },
    {
      id: 'forget',
      heading: t('memory.forget'),
      cell: (mapping) => (
        <Button
          isDisabled={forgetting.isPending}
          aria-label={t('memory.forgetOf', { value: mapping.value })}
          onPress={() => forgetting.mutate(mapping)}
        >
          {t('memory.forget')}
        </Button>
      ),
    },
  ]
  return (
    <DataTable caption={t('memory.title')} columns={columns} rows={items} keyOf={({ id }) => id} stacks />
  )
}
