import { useQuery } from '@tanstack/react-query'
import { codeListsQuery, useLabels } from '../../code-labels.ts'
import { useText } from '../../use-text.ts'
import type { Choosing } from './fact-choice.ts'

/** The city's lists as the choices of a form. */
export function useChoosing(maySeeSensitive: boolean): Choosing {
  const { t, language } = useText('request')
  const { data } = useQuery(codeListsQuery)
  return {
    codes: data?.items ?? [],
    maySeeSensitive,
    language,
    label: useLabels(),
    statusHelp: new Map(explained.map((code) => [code, t(`statusHelp.${code}`)])),
    say: {
      retired: (label) => t('choice.retired', { label }),
      none: t('choice.none'),
      ours: t('choice.ours'),
      countries: t('choice.countries'),
      languages: t('choice.languages'),
      noAnswer: t('choice.noAnswer'),
    },
  }
}

const explained = ['newcomer', 'in_programme', 'former_programme', 'long_settled', 'minor', 'other'] as const
