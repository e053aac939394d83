import type { PopulationLine } from '../../../contract/population.ts'
import { countryCodes } from '../../../domain/import/import-country.ts'
import { compareNames, countryName, formatNumber } from '../../../text/format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'
import type { Decisions, ReadPopulation } from './population-draft.ts'

interface PopulationPreviewProps {
  readonly read: ReadPopulation
  readonly lines: readonly PopulationLine[]
  readonly decisions: Decisions
  readonly onDecide: (row: number, country: string) => void
}

/** What of a list is understood, and what somebody still has to say: nothing goes lost in silence. */
export const PopulationPreview = ({ read, lines, decisions, onDecide }: PopulationPreviewProps) => {
  const { t, language } = useText('population')
  const countries = useCountries()
  if (lines.length === 0) return null
  const people = read.groups.reduce((sum, group) => sum + group.people, 0)
  const number = (value: number | null) => (value === null ? '' : formatNumber(language, value))
  return (
    <div className="population-preview">
      <p role="status">{t('read', { count: read.groups.length, people: formatNumber(language, people) })}</p>
      {read.numberless.length > 0 ? (
        <Notice kind="signal" word={t('numberless')}>
          <ul>
            {read.numberless.map(({ row, name }) => (
              <li key={row}>{t('line', { row, name })}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {read.unknown.length > 0 ? (
        <Notice kind="signal" word={t('unknown', { count: read.unknown.length })}>
          <p>{t('unknownLead')}</p>
        </Notice>
      ) : null}
      {read.unknown.map(({ row, name, people: counted }) => (
        <Select
          key={row}
          label={t('unknownLine', { row, name, people: number(counted) })}
          options={[{ id: '', label: t('leaveOut') }, ...countries]}
          selected={decisions[row] ?? ''}
          onSelect={(country) => onDecide(row, country)}
        />
      ))}
      <Disclosure label={t('known')}>
        <KnownLines lines={lines.filter(({ country, people: counted }) => country && counted !== null)} />
      </Disclosure>
    </div>
  )
}

const KnownLines = ({ lines }: { readonly lines: readonly PopulationLine[] }) => {
  const { t, language } = useText('population')
  const columns: readonly Column<PopulationLine>[] = [
    { id: 'row', heading: t('row'), cell: ({ row }) => row, look: 'number' },
    { id: 'name', heading: t('name'), cell: ({ name }) => name },
    { id: 'label', heading: t('readAs'), cell: ({ label }) => label },
    {
      id: 'people',
      heading: t('people'),
      cell: ({ people }) => formatNumber(language, people ?? 0),
      look: 'number',
    },
  ]
  return <DataTable caption={t('known')} columns={columns} rows={lines} keyOf={({ row }) => String(row)} />
}

/** Every nationality by its name. */
function useCountries() {
  const { language } = useText()
  const compare = compareNames(language)
  return [...countryCodes, 'stateless']
    .map((id) => ({ id, label: countryName(language, id) }))
    .sort((one, other) => compare(one.label, other.label))
}
