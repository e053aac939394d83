import { dismissRefused } from '../../outbox/outbox.ts'
import { useOutbox } from '../../outbox/outbox-state.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { fromVisit } from './sent-draft.ts'
import { VisitConflict } from './visit-conflict.tsx'
import type { VisitDraft } from './visit-draft.ts'

export interface RefusedVisitsProps {
  /** False: something else is in the form, and stays there. */
  readonly isFree: boolean
  readonly onMend: (draft: VisitDraft) => void
}

/** What the databank did not take: why, and the way back into the form. */
export const RefusedVisits = ({ isFree, onMend }: RefusedVisitsProps) => {
  const { t } = useText('desk')
  const { refused } = useOutbox()
  return refused.map((one) =>
    'visit' in one ? (
      <Notice key={one.id} kind="error" word={t('refused')}>
        <p>{one.title}</p>
        {one.there.length > 0 ? (
          <VisitConflict refused={one} onLeave={() => void dismissRefused(one)} />
        ) : null}
        {isFree ? null : <p>{t('mendLater')}</p>}
        <Button
          isDisabled={!isFree}
          onPress={() => void dismissRefused(one).then((isHere) => isHere && onMend(fromVisit(one.visit)))}
        >
          {one.there.length > 0 ? t('conflict.renew') : t('mend')}
        </Button>
      </Notice>
    ) : null,
  )
}
