import { useState } from 'react'
import { Chips } from '../../ui/chips.tsx'
import { Finder } from '../../ui/finder.tsx'
import { useText } from '../../use-text.ts'
import type { DeskChoices } from './use-desk-choices.ts'

interface WorldChipsProps {
  readonly field: 'nationality' | 'contactLanguage'
  readonly chosen: string
  readonly choices: DeskChoices
  readonly onChoose: (code: string) => void
  readonly onAnswered: () => void
}

/** A country or language: what this guide chooses most in sight, every other by its name. */
export const WorldChips = ({ field, chosen, choices, onChoose, onAnswered }: WorldChipsProps) => {
  const { t } = useText('desk')
  const [search, setSearch] = useState<typeof import('./world-search.ts')>()
  const chips = choices.chipsOf(field)
  const first = chips.map(({ id }) => id)
  const isBeside = chosen !== 'not_asked' && !chips.some(({ id }) => id === chosen)
  const named = (id: string) => ({ id, label: choices.nameOf(field, id) })
  return (
    <Chips
      label={t(`field.${field}`)}
      chips={isBeside ? [...chips, named(chosen)] : chips}
      chosen={[chosen]}
      onChoose={(code, isChosen) => onChoose(isChosen ? code : 'not_asked')}
      onAnswered={onAnswered}
    >
      <Finder
        label={t(`find.${field}`)}
        placeholder={t('find.other')}
        nothing={t('find.nothing')}
        // The names of the whole world come when somebody looks for one.
        onApproach={() => void import('./world-search.ts').then(setSearch, () => undefined)}
        find={(words) => (search?.findInWorld(field, words, first) ?? []).map(named)}
        onChoose={(code) => {
          onChoose(code)
          onAnswered()
        }}
      />
    </Chips>
  )
}
