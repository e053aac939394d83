import type { ReactNode } from 'react'
import { mostCharacters } from '../../../domain/request/request-field.ts'
import { TypedField } from '../../typed-field.tsx'
import { Chips } from '../../ui/chips.tsx'
import { useText } from '../../use-text.ts'
import type { PersonDraft } from './visit-draft.ts'

export type RareField = 'askedBy' | 'languageHelp' | 'channel' | 'origin'

interface PersonMoreProps {
  readonly person: PersonDraft
  readonly onPerson: (person: PersonDraft) => void
  readonly onAnswered: () => void
  /** The chips of one field. */
  readonly single: (field: RareField) => ReactNode
}

/** What is asked of some: it comes when somebody opens it. */
export const PersonMore = ({ person, onPerson, onAnswered, single }: PersonMoreProps) => {
  const { t } = useText('desk')
  return (
    <div className="visit-more">
      {single('askedBy')}
      {single('languageHelp')}
      <Chips
        label={t('field.firstVisit')}
        chips={[
          { id: 'yes', label: t('yes') },
          { id: 'no', label: t('no') },
        ]}
        chosen={person.firstVisit === null ? [] : [person.firstVisit ? 'yes' : 'no']}
        onChoose={(id, isChosen) => onPerson({ ...person, firstVisit: isChosen ? id === 'yes' : null })}
        onAnswered={onAnswered}
      />
      {single('origin')}
      {single('channel')}
      <TypedField
        label={t('field.neighbourhood')}
        maxLength={mostCharacters.neighbourhood}
        value={person.neighbourhood}
        onChange={(text) => onPerson({ ...person, neighbourhood: text })}
      />
    </div>
  )
}
