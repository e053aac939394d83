import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import type { VisitDraft } from './visit-draft.ts'

interface HouseholdLineProps {
  readonly draft: VisitDraft
  readonly onDraft: (draft: VisitDraft) => void
}

/** This visit is laid to a family; whoever slipped takes it away again. */
export const HouseholdLine = ({ draft, onDraft }: HouseholdLineProps) => {
  const { t } = useText('desk')
  return (
    <div className="visit-last">
      <p>{t('household')}</p>
      <Button onPress={() => onDraft({ ...draft, householdVisitId: null })}>{t('notHousehold')}</Button>
    </div>
  )
}
