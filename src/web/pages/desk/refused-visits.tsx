import { dismissRefused } from '../../outbox/outbox.ts'
import { type RefusedVisit, useRefused } from '../../outbox/outbox-state.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { fromVisit } from './sent-draft.ts'
import { VisitConflict } from './visit-conflict.tsx'
import type { VisitDraft } from './visit-draft.ts'

export interface RefusedVisitsProps {
  /** False: something else is in the form, and stays there. */
  readonly isFree: boolean
  /** `take`: takes it off where it was; false when another tab did so before. */
  readonly onMend: (draft: VisitDraft, take: () => Promise<boolean>) => Promise<void>
}

/** What the databank did not take: why, and the way back into the form. */
export const RefusedVisits = (props: RefusedVisitsProps) => {
  const refused = useRefused()
  return refused.map((one) => ('visit' in one ? <RefusedOne key={one.id} refused={one} {...props} /> : null))
}

const RefusedOne = ({ refused, isFree, onMend }: RefusedVisitsProps & { readonly refused: RefusedVisit }) => {
  const { t } = useText('refused')
  const { t: ofDesk } = useText('desk')
  const { title, visit, there } = refused
  const isConflict = there.length > 0
  return (
    <Notice kind="error" word={t('word')}>
      <p>{isConflict ? t('visit.why') : title}</p>
      {isConflict ? <VisitConflict refused={refused} /> : null}
      {isFree ? null : <p>{ofDesk('mendLater')}</p>}
      <div className="visit-conflict-ways">
        {isConflict ? <Button onPress={() => void dismissRefused(refused)}>{t('visit.leave')}</Button> : null}
        <Button
          isDisabled={!isFree}
          onPress={() => void onMend(fromVisit(visit), () => dismissRefused(refused))}
        >
          {t(isConflict ? 'visit.renew' : 'mend')}
        </Button>
      </div>
    </Notice>
  )
}
