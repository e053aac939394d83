import { mostCharacters } from '../../../domain/request/request-field.ts'
import { TypedField } from '../../typed-field.tsx'
import { Chips } from '../../ui/chips.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useText } from '../../use-text.ts'
import type { DeskChoices } from './use-desk-choices.ts'
import type { PersonDraft } from './visit-draft.ts'
import { WorldChips } from './world-chips.tsx'

interface PersonFieldsProps {
  readonly person: PersonDraft
  readonly onPerson: (person: PersonDraft) => void
  readonly choices: DeskChoices
  readonly onAnswered: () => void
}

/** About the person: four that are asked of nearly everybody, and the rest one press away. Nothing is chosen beforehand. */
export const PersonFields = ({ person, onPerson, choices, onAnswered }: PersonFieldsProps) => {
  const { t } = useText('desk')
  const single = (field: 'clientKind' | 'status' | 'askedBy' | 'languageHelp' | 'channel' | 'origin') => (
    <Chips
      label={t(`field.${field}`)}
      chips={choices.chipsOf(field)}
      chosen={[person[field]]}
      onChoose={(code, isChosen) => onPerson({ ...person, [field]: isChosen ? code : 'not_asked' })}
      onAnswered={onAnswered}
    />
  )
  const world = (field: 'nationality' | 'contactLanguage') => (
    <WorldChips
      field={field}
      chosen={person[field]}
      choices={choices}
      onChoose={(code) => onPerson({ ...person, [field]: code })}
      onAnswered={onAnswered}
    />
  )
  return (
    <>
      {single('clientKind')}
      {single('status')}
      {world('nationality')}
      {world('contactLanguage')}
      <Disclosure label={t('morePerson')}>
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
      </Disclosure>
    </>
  )
}
