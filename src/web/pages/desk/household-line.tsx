import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import type { VisitDraft } from './visit-draft.ts'

interface HouseholdLineProps {
  readonly draft: VisitDraft
  readonly onDraft: (draft: VisitDraft) => void
}

/** Whether this visit is laid to a family; whoever slipped takes it away again. */
export const HouseholdLine = ({ draft, onDraft }: HouseholdLineProps) => {
  const { t } = useText('desk')
  if (draft.householdVisitId === null) return null
  return (
    <div className="visit-last">
      <p>{t('household')}</p>
      <Button onPress={() => onDraft({ ...draft, householdVisitId: null })}>{t('notHousehold')}</Button>
    </div>
  )
}
