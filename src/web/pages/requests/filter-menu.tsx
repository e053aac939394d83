import { useState } from 'react'
import type { FilterField } from '../../../domain/request/request-filter.ts'
import { mostValues, type RequestSearch, valuesOf } from '../../search.ts'
import { Button } from '../../ui/button.tsx'
import { PanelButton } from '../../ui/panel-button.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { FilterChoices } from './filter-choices.tsx'
import { filterLabels } from './filter-label.ts'
import type { FilterOption } from './filter-option.ts'

interface FilterMenuProps {
  readonly field: FilterField
  readonly filter: RequestSearch
  /** Undefined while they are on their way. */
  readonly options: readonly FilterOption[] | undefined
  readonly onOpen: () => void
  readonly onValues: (values: readonly string[]) => void
}

/** From how many choices on there is a box to find one. */
const manyChoices = 20

/** One field of the filter: any of the chosen values will do. */
export const FilterMenu = ({ field, filter, options, onOpen, onValues }: FilterMenuProps) => {
  const { t } = useText('requests')
  const label = t(filterLabels[field])
  const chosen = valuesOf(filter, field)
  return (
    <PanelButton
      label={label}
      count={chosen.length}
      countLabel={t('filter.chosen', { count: chosen.length })}
      onOpen={onOpen}
    >
      {(close) => (
        <div className="filter-panel">
          {options ? (
            <Choices label={label} options={options} chosen={chosen} onValues={onValues} />
          ) : (
            <LoadingState sentence={t('state.loading')} />
          )}
          <div className="filter-panel-end">
            {chosen.length > 0 ? (
              <Button look="bare" onPress={() => onValues([])}>
                {t('filter.none')}
              </Button>
            ) : null}
            <Button onPress={close}>{t('action.close')}</Button>
          </div>
        </div>
      )}
    </PanelButton>
  )
}

interface ChoicesProps {
  readonly label: string
  readonly options: readonly FilterOption[]
  readonly chosen: readonly string[]
  readonly onValues: (values: readonly string[]) => void
}

const Choices = ({ label, options, chosen, onValues }: ChoicesProps) => {
  const { t } = useText('requests')
  const [words, setWords] = useState('')
  const found = options.filter((option) => holds(option.label, words))
  return (
    <>
      {options.length > manyChoices ? (
        <input
          type="search"
          className="field-box"
          aria-label={t('filter.find', { field: label })}
          placeholder={t('filter.find', { field: label })}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      ) : null}
      {found.length === 0 ? <p className="filter-nothing">{t('filter.nothing')}</p> : null}
      <FilterChoices options={found} chosen={chosen} onValues={onValues} />
      {chosen.length >= mostValues ? (
        <p className="filter-nothing" role="status">
          {t('filter.full', { most: mostValues })}
        </p>
      ) : null}
    </>
  )
}

/** Accents and capitals make no difference: who looks for Turkije types "turk", for Côte d'Ivoire "cote". */
const holds = (label: string, words: string): boolean => plain(label).includes(plain(words.trim()))

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
