import { useState } from 'react'
import type { GroupContact } from '../../../contract/group-contact.ts'
import { formatDate } from '../../../text/format.ts'
import { announce } from '../../announcement.ts'
import { sayFailure } from '../../api.ts'
import { useLabels } from '../../code-labels.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { countGroupAgain, voidGroup } from './group-query.ts'
import './group-list.css'

interface GroupListProps {
  readonly title: string
  readonly groups: readonly GroupContact[]
  readonly mayVoid: (group: GroupContact) => boolean
  readonly onChanged: () => Promise<void>
}

/** Groups that were met; whoever answers for one takes it out again, with a reason. */
export const GroupList = ({ title, groups, mayVoid, onChanged }: GroupListProps) => {
  const { t, language } = useText('groups')
  const label = useLabels()
  const [voided, setVoided] = useState<GroupContact>()
  if (groups.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className="field-label">{title}</h2>
      <ul className="group-list">
        {groups.map((group) => (
          <li key={group.id}>
            <span>
              {t('line', {
                ...{ date: formatDate(language, group.heldOn), theme: label('theme', group.theme) },
                ...{ count: group.people, desk: group.desk.name },
              })}
            </span>
            <span className="group-guide">{group.guide.name}</span>
            {mayVoid(group) ? (
              <Button look="bare" onPress={() => setVoided(group)}>
                {t('void')}
              </Button>
            ) : null}
            {voided?.id === group.id ? (
              <VoidingForm
                group={group}
                onDone={async () => {
                  setVoided(undefined)
                  await onChanged()
                }}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

const leastReason = 5

const VoidingForm = ({ group, onDone }: { group: GroupContact; onDone: () => Promise<void> }) => {
  const { t } = useText('groups')
  const [reason, setReason] = useState('')
  const submit = async () => {
    await voidGroup(group, reason)
    announce({ sentence: t('voided'), undo: () => countGroupAgain(group).then(onDone) })
    await onDone()
  }
  return (
    <div className="group-voiding">
      <TextField label={t('reason')} maxLength={300} value={reason} onChange={setReason} />
      <Button
        isDisabled={reason.trim().length < leastReason}
        onPress={() => void submit().catch((error: unknown) => announce({ sentence: sayFailure(error, t) }))}
      >
        {t('voidNow')}
      </Button>
    </div>
  )
}
