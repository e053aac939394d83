import { withoutIdlePermission } from '../../../domain/request/own-words.ts'
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
      {...(field === 'tip' || field === 'ownWords'
        ? { hint: t('most', { most: mostCharacters[field] }) }
        : {})}
      isOptional
      maxLength={mostCharacters[field]}
      value={draft[field] ?? ''}
      error={fault && t(`fault.${fault}`)}
      onChange={(text) => onDraft(withoutIdlePermission({ ...draft, [field]: text || null }))}
    />
  )
}
