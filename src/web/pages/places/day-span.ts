import type { LocalDate } from '../../../domain/local-date.ts'
import { formatDate } from '../../../text/format.ts'
import { useText } from '../../use-text.ts'

/** "7 maart 2016", or "7 maart 2016 tot en met 8 maart 2016". */
export function useDaySpan(): (span: { readonly from: LocalDate; readonly to: LocalDate }) => string {
  const { t, language } = useText('places')
  return ({ from, to }) =>
    from === to
      ? formatDate(language, from)
      : t('span.days', { from: formatDate(language, from), to: formatDate(language, to) })
}
