import { lazyPart } from '../../lazy-part.tsx'
import { Chips } from '../../ui/chips.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useText } from '../../use-text.ts'
import type { RareField } from './person-more.tsx'
import type { DeskChoices } from './use-desk-choices.ts'
import type { PersonDraft } from './visit-draft.ts'
import { WorldChips } from './world-chips.tsx'

const PersonMore = lazyPart(async () => (await import('./person-more.tsx')).PersonMore, 'typed')

interface PersonFieldsProps {
  readonly person: PersonDraft
  readonly onPerson: (person: PersonDraft) => void
  readonly choices: DeskChoices
  readonly onAnswered: () => void
}

/** About the person: four that are asked of nearly everybody, and the rest one press away. Nothing is chosen beforehand. */
export const PersonFields = ({ person, onPerson, choices, onAnswered }: PersonFieldsProps) => {
  const { t } = useText('desk')
  const single = (field: 'clientKind' | 'status' | RareField) => (
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
        {() => <PersonMore {...{ person, onPerson, onAnswered }} single={single} />}
      </Disclosure>
    </>
  )
}
