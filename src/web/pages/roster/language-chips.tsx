import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { choicesOf } from '../../../domain/request/offered-code.ts'
import { codeListsQuery, useLabels } from '../../code-labels.ts'
import { Chips } from '../../ui/chips.tsx'
import { Finder } from '../../ui/finder.tsx'
import { useText } from '../../use-text.ts'

interface LanguageChipsProps {
  readonly label: string
  readonly chosen: readonly string[]
  readonly onChosen: (languages: readonly string[]) => void
}

/** Any number of languages: the city's own list in sight, every other by its name. */
export const LanguageChips = ({ label, chosen, onChosen }: LanguageChipsProps) => {
  const { t } = useText('roster')
  const nameOf = useLabels()
  const { data } = useQuery(codeListsQuery)
  const [search, setSearch] = useState<typeof import('../desk/world-search.ts')>()
  const listed = choicesOf('contact_language', { codes: data?.items ?? [], maySeeSensitive: false })
    .map(({ code }) => code)
    .filter((code) => code !== 'not_asked')
  const named = (code: string) => ({ id: code, label: nameOf('contact_language', code) })
  const choose = (code: string, isChosen: boolean) =>
    onChosen(isChosen ? [...new Set([...chosen, code])] : chosen.filter((other) => other !== code))
  return (
    <Chips
      label={label}
      chips={[...new Set([...listed, ...chosen])].map(named)}
      chosen={chosen}
      isSeveral
      onChoose={choose}
    >
      <Finder
        label={t('find')}
        placeholder={t('other')}
        nothing={t('nothing')}
        // The names of the whole world come when somebody looks for one.
        onApproach={() => void import('../desk/world-search.ts').then(setSearch, () => undefined)}
        find={(words) => (search?.findInWorld('contactLanguage', words, listed) ?? []).map(named)}
        onChoose={(code) => choose(code, true)}
      />
    </Chips>
  )
}
