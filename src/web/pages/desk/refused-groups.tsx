import { useState } from 'react'
import { formatDate } from '../../../text/format.ts'
import { newId } from '../../new-id.ts'
import type { Author } from '../../outbox/outbox.ts'
import { dismissRefused } from '../../outbox/outbox.ts'
import { type RefusedGroup, useRefused } from '../../outbox/outbox-state.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { useToday } from '../../use-today.ts'
import type { GroupDraft } from '../groups/group-query.ts'
import type { Place } from './desk-memory.ts'
import { GroupDialog } from './group-dialog.tsx'
import type { DeskChoices } from './use-desk-choices.ts'

export interface RefusedGroupsProps {
  readonly author: Author
  readonly desks: readonly Place[]
  readonly choices: DeskChoices
}

/** Groups that the databank did not take: why, and the way to mend them. */
export const RefusedGroups = (props: RefusedGroupsProps) => {
  const refused = useRefused()
  return refused.map((one) => ('group' in one ? <RefusedOne key={one.id} refused={one} {...props} /> : null))
}

const RefusedOne = ({ refused, ...rest }: RefusedGroupsProps & { readonly refused: RefusedGroup }) => {
  const { t, language } = useText('groups')
  const { heldOn, people, theme, deskId } = refused.group
  const [draft, setDraft] = useState<GroupDraft>(() => ({
    ...{ id: newId(), heldOn, theme, deskId },
    people: String(people),
  }))
  const [isOpen, setOpen] = useState(false)
  const today = useToday()
  return (
    <Notice kind="error" word={t('refused', { count: people, date: formatDate(language, heldOn) })}>
      <p>{refused.title}</p>
      <Button onPress={() => setOpen(true)}>{t('mend')}</Button>
      {isOpen ? (
        <GroupDialog
          {...rest}
          draft={draft}
          onDraft={setDraft}
          today={today}
          onKept={() => void dismissRefused(refused)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Notice>
  )
}
