import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import type { Population } from '../../../contract/population.ts'
import { formatDate, formatNumber } from '../../../text/format.ts'
import { later } from '../../lazy-part.tsx'
import { QueryError } from '../../shell/query-error.tsx'
import { useSaving } from '../../shell/use-saving.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { populationsQuery, removePopulation, savePopulation } from './population-query.ts'
import './population-section.css'

const PopulationDialog = later(() =>
  import('./population-dialog.tsx').then((module) => ({ default: module.PopulationDialog })),
)

/** The population figures of the municipality, which the chapter lays beside its own. */
export const PopulationSection = ({ until }: { readonly until: string }) => {
  const { t } = useText('population')
  const [isOpen, setOpen] = useState(false)
  const { data, error, refetch } = useQuery(populationsQuery)
  if (error && !data) return <QueryError error={error} onRetry={() => void refetch()} />
  if (!data) return null
  const used = data.find(({ countedOn }) => countedOn <= until)
  return (
    <section className="passage population" aria-labelledby="population">
      <h3 id="population">{t('title')}</h3>
      <p className="field-hint">{t('lead')}</p>
      {data.length === 0 ? null : (
        <ul className="population-list">
          {data.map((population) => (
            <KeptPopulation key={population.countedOn} population={population} isUsed={population === used} />
          ))}
        </ul>
      )}
      <Button onPress={() => setOpen(true)}>{t('add')}</Button>
      {isOpen ? (
        <Suspense>
          <PopulationDialog kept={data} until={until} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </section>
  )
}

interface KeptPopulationProps {
  readonly population: Population
  readonly isUsed: boolean
}

const KeptPopulation = ({ population, isUsed }: KeptPopulationProps) => {
  const { t, language } = useText('population')
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: ['report'] })
  const { save, isBusy, failure } = useSaving(() => undefined, refresh)
  const { countedOn, source, groups } = population
  const date = formatDate(language, countedOn)
  const remove = async () => {
    await removePopulation(population)
    return {
      sentence: t('isRemoved', { date }),
      undo: () => savePopulation(population, undefined),
    }
  }
  return (
    <li>
      <span>
        {t('kept', {
          ...{ date, source, groups: formatNumber(language, groups.length) },
          people: formatNumber(
            language,
            groups.reduce((sum, { people }) => sum + people, 0),
          ),
        })}{' '}
        {isUsed ? <strong>{t('used')}</strong> : null}
      </span>
      <Button isPending={isBusy} aria-label={t('removeOf', { date })} onPress={() => void save(remove)}>
        {t('remove')}
      </Button>
      {failure ? (
        <p className="field-error" role="alert">
          {failure}
        </p>
      ) : null}
    </li>
  )
}
