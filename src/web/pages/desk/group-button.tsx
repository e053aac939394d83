import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { openCatalogue } from '../../language.ts'
import { later } from '../../lazy-part.tsx'
import { newId } from '../../new-id.ts'
import { sessionQuery } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { useToday } from '../../use-today.ts'
import type { GroupDraft } from '../groups/group-query.ts'
import type { Place } from './desk-memory.ts'
import type { DeskChoices } from './use-desk-choices.ts'

const KeptGroupDialog = later(() =>
  Promise.all([import('./kept-group-dialog.tsx'), openCatalogue('groups')]).then(([module]) => ({
    default: module.KeptGroupDialog,
  })),
)

interface GroupButtonProps {
  readonly desks: readonly Place[]
  readonly deskId: string
  readonly choices: DeskChoices
}

/** The way to note a group that was met; what was filled in waits here while the dialog is closed. */
export const GroupButton = ({ desks, deskId, choices }: GroupButtonProps) => {
  const { t } = useText('desk')
  const { data: session } = useQuery(sessionQuery)
  const [draft, setDraft] = useState<GroupDraft>()
  const [isOpen, setOpen] = useState(false)
  const today = useToday()
  if (!session) return null
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('group')}</Button>
      {isOpen ? (
        <Suspense>
          <KeptGroupDialog
            draft={draft ?? { id: newId(), heldOn: today, deskId, theme: '', people: '' }}
            onDraft={setDraft}
            today={today}
            author={{ cityId: session.city.id, memberId: session.member.id }}
            desks={desks}
            choices={choices}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  )
}
