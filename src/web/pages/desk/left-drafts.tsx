import { formatClock } from '../../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import type { KeptDrafts } from './use-kept-draft.ts'

interface LeftDraftsProps {
  readonly drafts: KeptDrafts
  /** False: something else is in the form, and stays there. */
  readonly isFree: boolean
}

/** What this guide began in a tab that is gone; and whether what stands in the form would survive that. */
export const LeftDrafts = ({ drafts: { areKept, left, open }, isFree }: LeftDraftsProps) => {
  const { t, language } = useText('desk')
  return (
    <>
      {areKept ? null : (
        <Notice kind="info" word={t('draft.unkeptWord')}>
          <p>{t('draft.unkept')}</p>
        </Notice>
      )}
      {left.map((one) => (
        <Notice key={one.id} kind="info" word={t('draft.leftWord')}>
          <p>{t('draft.left', { time: formatClock(language, one.changedAt) })}</p>
          {isFree ? null : <p>{t('mendLater')}</p>}
          <Button isDisabled={!isFree} onPress={() => open(one)}>
            {t('draft.open')}
          </Button>
        </Notice>
      ))}
    </>
  )
}
