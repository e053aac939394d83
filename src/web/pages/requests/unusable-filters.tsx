import { formatList } from '../../../text/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { filterLabels } from './filter-label.ts'
import type { KnownFilter } from './filter-option.ts'

/** Which filters of the address are not used: in the same words for what does not exist and what nobody may ask. */
export const UnusableFilters = ({ fields }: { fields: KnownFilter['unusable'] }) => {
  const { t, language } = useText('requests')
  if (fields.length === 0) return null
  const names = fields.map((field) => t(field === 'period' ? 'filter.periodName' : filterLabels[field]))
  return (
    <div className="filter-unusable">
      <Notice kind="signal" word={t('filter.unusableWord')}>
        <p>{t('filter.unusable', { count: names.length, fields: formatList(language, names) })}</p>
      </Notice>
    </div>
  )
}
