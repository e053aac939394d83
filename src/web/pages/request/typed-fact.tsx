import { withChanges } from '../../../domain/request/request-difference.ts'
import { mostCharacters } from '../../../domain/request/request-field.ts'
import { TypedField } from '../../typed-field.tsx'
import { useText } from '../../use-text.ts'
import type { FormPart } from './request-draft.ts'

export type TypedFactField = 'neighbourhood' | 'referredTo' | 'tip' | 'ownWords'

/** A few words that somebody types; a national register number is not among them. */
export const TypedFact = ({ field, draft, onDraft }: FormPart & { field: TypedFactField }) => {
  const { t } = useText('request')
  return (
    <TypedField
      label={t(`field.${field}`)}
      {...(field === 'tip' ? { hint: t('most', { most: mostCharacters.tip }) } : {})}
      {...(field === 'ownWords' ? { hint: t('mostWords', { most: mostCharacters.ownWords }) } : {})}
      maxLength={mostCharacters[field]}
      value={draft[field]}
      onChange={(text) => onDraft(withChanges(draft, { [field]: text }))}
    />
  )
}
