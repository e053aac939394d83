import { withChanges } from '../../../domain/request/request-difference.ts'
import { mostCharacters } from '../../../domain/request/request-field.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import type { FormPart } from './request-draft.ts'

export type TypedField = 'neighbourhood' | 'referredTo' | 'tip' | 'ownWords'

/** A few words that somebody types; a national register number is not among them. */
export const TypedFact = ({ field, draft, onDraft, faults }: FormPart & { field: TypedField }) => {
  const { t } = useText('request')
  const fault = faults.get(field)
  return (
    <TextField
      label={t(`field.${field}`)}
      {...(field === 'tip' ? { hint: t('most', { most: mostCharacters.tip }) } : {})}
      {...(field === 'ownWords' ? { hint: t('mostWords', { most: mostCharacters.ownWords }) } : {})}
      isOptional
      maxLength={mostCharacters[field]}
      value={draft[field] ?? ''}
      error={fault && t(`fault.${fault}`)}
      onChange={(text) => onDraft(withChanges(draft, { [field]: text || null }))}
    />
  )
}
