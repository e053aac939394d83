import { formatNumber } from '../../../text/format.ts'
import { Choice } from '../../ui/choice.tsx'
import { useText } from '../../use-text.ts'
import type { FormPart } from './request-draft.ts'

const usual = [5, 10, 15, 30, 60]

/** How long it took, in a tap; never measured by a clock. */
export const MinutesFact = ({ draft, onDraft }: FormPart) => {
  const { t, language } = useText('request')
  const { minutes } = draft
  const offered =
    minutes === null || usual.includes(minutes) ? usual : [...usual, minutes].sort((a, b) => a - b)
  const options = offered.map((one) => ({
    id: String(one),
    label: formatNumber(language, one),
    name: t('minutes', { minutes: formatNumber(language, one) }),
  }))
  return (
    <Choice
      label={t('field.minutes')}
      options={[...options, { id: '', label: t('noted.none') }]}
      selected={minutes === null ? '' : String(minutes)}
      onSelect={(id) => onDraft({ ...draft, minutes: id === '' ? null : Number(id) })}
    />
  )
}

const answers = { yes: true, no: false, none: null } as const

/** A yes, a no, or nobody asked. */
export const YesNoFact = ({ field, draft, onDraft }: FormPart & { field: 'firstVisit' | 'mayQuote' }) => {
  const { t } = useText('request')
  return (
    <Choice
      label={t(`field.${field}`)}
      options={[
        { id: 'yes', label: t('yes') },
        { id: 'no', label: t('no') },
        { id: 'none', label: t('noted.unknown') },
      ]}
      selected={draft[field] === null ? 'none' : draft[field] ? 'yes' : 'no'}
      onSelect={(id) => onDraft({ ...draft, [field]: answers[id] })}
    />
  )
}
