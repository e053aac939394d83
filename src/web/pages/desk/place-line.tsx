import type { ReactNode } from 'react'
import { remember } from '../../browser-memory.ts'
import { lazyPart } from '../../lazy-part.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'
import type { Place } from './desk-memory.ts'
import type { VisitDraft } from './visit-draft.ts'

const MomentFields = lazyPart(async () => (await import('./moment-fields.tsx')).MomentFields, 'typed')

interface PlaceLineProps {
  readonly desks: readonly Place[]
  readonly draft: VisitDraft
  readonly onDraft: (draft: VisitDraft) => void
  /** Other ways to note, beside it. */
  readonly children?: ReactNode
}

/** Where and when: here and now, unless somebody notes afterwards. */
export const PlaceLine = ({ desks, draft, onDraft, children }: PlaceLineProps) => {
  const { t } = useText('desk')
  return (
    <div className="visit-place">
      <Select
        label={t('desk')}
        options={desks.map(({ id, name }) => ({ id, label: name }))}
        selected={draft.deskId}
        onSelect={(deskId) => {
          remember('desk', deskId)
          onDraft({ ...draft, deskId })
        }}
      />
      <Moment draft={draft} onDraft={onDraft} />
      {children}
    </div>
  )
}

/** Now, that is, when it is saved; whoever notes afterwards says when it was. */
const Moment = ({ draft, onDraft }: Pick<PlaceLineProps, 'draft' | 'onDraft'>) => {
  const { t } = useText('desk')
  const put = (receivedAt: string | null) => onDraft({ ...draft, receivedAt })
  if (draft.receivedAt === null)
    return (
      <Button look="bare" onPress={() => put(new Date().toISOString())}>
        {t('then')}
      </Button>
    )
  return <MomentFields key={draft.id} moment={draft.receivedAt} onMoment={put} />
}
