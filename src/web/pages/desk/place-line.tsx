import type { ReactNode } from 'react'
import { remember } from '../../browser-memory.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'
import type { Place } from './desk-memory.ts'
import type { VisitDraft } from './visit-draft.ts'

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
  if (draft.receivedAt === null)
    return (
      <Button look="bare" onPress={() => onDraft({ ...draft, receivedAt: new Date().toISOString() })}>
        {t('then')}
      </Button>
    )
  return (
    <label className="field">
      <span className="field-label">{t('moment')}</span>
      <input
        type="datetime-local"
        className="field-box"
        max={localInput(new Date())}
        value={localInput(new Date(draft.receivedAt))}
        onChange={({ target }) =>
          onDraft({ ...draft, receivedAt: target.value ? new Date(target.value).toISOString() : null })
        }
      />
    </label>
  )
}

/** As the browser's own field writes a moment on the clock of this device. */
function localInput(moment: Date): string {
  const shifted = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000)
  return shifted.toISOString().slice(0, 16)
}
