import { useQuery } from '@tanstack/react-query'
import { codeListsQuery } from '../../code-labels.ts'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'

interface ThemeOption {
  readonly id: string
  readonly label: string
}

/** The themes to filter on; undefined while they are on their way. A sensitive code is never among them. */
export function useThemes(): readonly ThemeOption[] | undefined {
  const { language } = useText('requests')
  const { data } = useQuery(codeListsQuery)
  return data?.items
    .filter(({ list, parent, active, sensitive }) => list === 'theme' && !parent && active && !sensitive)
    .map(({ code, labels }) => ({ id: code, label: labels[language] }))
}

interface ThemeFilterProps {
  readonly themes: readonly ThemeOption[]
  readonly theme: string | undefined
  readonly onTheme: (theme: string | undefined) => void
}

export const ThemeFilter = ({ themes, theme, onTheme }: ThemeFilterProps) => {
  const { t } = useText('requests')
  return (
    <Select
      label={t('theme')}
      options={[{ id: '', label: t('allThemes') }, ...themes]}
      selected={theme ?? ''}
      onSelect={(id) => onTheme(id || undefined)}
    />
  )
}
