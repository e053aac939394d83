import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../../text/format.ts'
import { sessionQuery } from '../../session.ts'
import { useText } from '../../use-text.ts'
import { mostOnPaper } from './request-paper.ts'

/** That not all rows are on this paper, and how to have them. */
export const PaperPart = ({ shown, total }: { shown: number; total: number }) => {
  const { t, language } = useText('requests')
  const { data: session } = useQuery(sessionQuery)
  const rows = { shown: formatNumber(language, shown), total: formatNumber(language, total) }
  if (shown < Math.min(total, mostOnPaper)) return t('print.partLoaded', rows)
  return session?.rights.includes('requests.export') ? t('print.partExport', rows) : t('print.part', rows)
}
