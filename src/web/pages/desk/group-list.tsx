import { useState } from 'react'
import type { GroupContact } from '../../../contract/group-contact.ts'
import { formatDate } from '../../../text/format.ts'
import { announce } from '../../announcement.ts'
import { sayFailure } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { countGroupAgain, voidGroup } from './group-query.ts'
import type { DeskChoices } from './use-desk-choices.ts'
import './group-list.css'

interface GroupListProps {
  readonly groups: readonly GroupContact[]
  readonly memberId: string
  readonly choices: DeskChoices
  readonly onChanged: () => Promise<void>
}

/** The groups of the last weeks; whoever noted one takes it out again, with a reason. */
export const GroupList = ({ groups, memberId, choices, onChanged }: GroupListProps) => {
  const { t, language } = useText('groups')
  const [voided, setVoided] = useState<GroupContact>()
  if (groups.length === 0) return null
  const themeOf = ({ theme }: GroupContact) => choices.themes.find(({ id }) => id === theme)?.label ?? theme
  return (
    <section aria-label={t('last')}>
      <h3 className="field-label">{t('last')}</h3>
      <ul className="group-list">
        {groups.map((group) => (
          <li key={group.id}>
            <span>
              {t('line', {
                ...{ date: formatDate(language, group.heldOn), theme: themeOf(group) },
                ...{ count: group.people, desk: group.desk.name },
              })}
            </span>
            {group.guide.id === memberId ? (
              <Button look="bare" onPress={() => setVoided(group)}>
                {t('void')}
              </Button>
            ) : (
              <span className="group-guide">{group.guide.name}</span>
            )}
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
