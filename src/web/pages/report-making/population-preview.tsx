import { useQuery } from '@tanstack/react-query'
import type { PopulationLine } from '../../../contract/population.ts'
import { compareNames, countryName, formatNumber } from '../../../text/format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'
import { worldQuery } from '../requests/use-filter-options.ts'
import type { Decisions, ReadPopulation } from './population-draft.ts'

interface PopulationPreviewProps {
  readonly read: ReadPopulation
  readonly lines: readonly PopulationLine[]
  readonly decisions: Decisions
  readonly onDecide: (row: number, country: string) => void
}

/** What of a list is understood, and what somebody still has to say: nothing goes lost in silence. */
export const PopulationPreview = ({ read, lines, decisions, onDecide }: PopulationPreviewProps) => {
  const { t, language } = useText('making')
  const countries = useCountries(read.unknown.length > 0)
  if (lines.length === 0) return null
  const people = read.groups.reduce((sum, group) => sum + group.people, 0)
  const number = (value: number | null) => (value === null ? '' : formatNumber(language, value))
  return (
    <div className="population-preview">
      <p role="status">
        {t('population.read', { count: read.groups.length, people: formatNumber(language, people) })}
      </p>
      {read.numberless.length > 0 ? (
        <Notice kind="signal" word={t('population.numberless')}>
          <ul>
            {read.numberless.map(({ row, name }) => (
              <li key={row}>{t('population.line', { row, name })}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {read.unknown.length > 0 ? (
        <Notice kind="signal" word={t('population.unknown', { count: read.unknown.length })}>
          <p>{t('population.unknownLead')}</p>
        </Notice>
      ) : null}
      {read.unknown.map(({ row, name, people: counted }) => (
        <Select
          key={row}
          label={t('population.unknownLine', { row, name, people: number(counted) })}
          options={[{ id: '', label: t('population.leaveOut') }, ...countries]}
          selected={decisions[row] ?? ''}
          onSelect={(country) => onDecide(row, country)}
        />
      ))}
      <Disclosure label={t('population.known')}>
        <KnownLines lines={lines.filter(({ country, people: counted }) => country && counted !== null)} />
      </Disclosure>
    </div>
  )
}

const KnownLines = ({ lines }: { readonly lines: readonly PopulationLine[] }) => {
  const { t, language } = useText('making')
  const columns: readonly Column<PopulationLine>[] = [
    { id: 'row', heading: t('population.row'), cell: ({ row }) => row, look: 'number' },
    { id: 'name', heading: t('population.name'), cell: ({ name }) => name },
    { id: 'label', heading: t('population.readAs'), cell: ({ label }) => label },
    {
      id: 'people',
      heading: t('population.people'),
      cell: ({ people }) => formatNumber(language, people ?? 0),
      look: 'number',
    },
  ]
  return (
    <DataTable
      caption={t('population.known')}
      columns={columns}
      rows={lines}
      keyOf={({ row }) => String(row)}
    />
  )
}

/** Every country by its name; they come when somebody has to choose. */
function useCountries(isAsked: boolean) {
  const { language } = useText()
  const { data } = useQuery({ ...worldQuery, enabled: isAsked })
  const compare = compareNames(language)
  return [...(data?.countries ?? []), 'stateless']
    .map((id) => ({ id, label: countryName(language, id) }))
    .sort((one, other) => compare(one.label, other.label))
}
