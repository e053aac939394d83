import { useQuery } from '@tanstack/react-query'
import type { RequestRecord } from '../../../domain/request/request-record.ts'
import { isDeskOn } from '../../../domain/request/request-rule.ts'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'
import { desksQuery } from './desks.ts'
import type { FormPart } from './request-draft.ts'

/** The desks of that day, and the one that it has. */
export const DeskFact = ({ draft, onDraft, record }: FormPart & { record: RequestRecord }) => {
  const { t } = useText('request')
  const { data } = useQuery(desksQuery)
  const offered = (data ?? []).filter((desk) => isDeskOn(desk, draft.receivedOn))
  const desks = offered.some(({ id }) => id === record.desk.id) ? offered : [record.desk, ...offered]
  return (
    <Select
      label={t('field.deskId')}
      options={desks.map(({ id, name }) => ({ id, label: name }))}
      selected={draft.deskId}
      onSelect={(deskId) => onDraft({ ...draft, deskId })}
    />
  )
}
