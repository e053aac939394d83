import { Link } from '@tanstack/react-router'
import { useRefused } from '../../outbox/outbox-state.ts'
import { paths } from '../../paths.ts'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { RefusedCompletions } from './refused-completions.tsx'
import type { TickOff } from './use-tick-off.ts'

/** What the databank did not take: what was ticked off is decided here, everything else at the desk. */
export const RefusedToday = ({ tickOff }: { readonly tickOff: TickOff }) => {
  const { t } = useText('refused')
  const refused = useRefused()
  return (
    <>
      <RefusedCompletions tickOff={tickOff} />
      {refused.every((one) => 'completion' in one) ? null : (
        <Notice kind="error" word={t('word')}>
          <p>{t('sentence')}</p>
          <Link to={paths.desk} className="link">
            {t('toDesk')}
          </Link>
        </Notice>
      )}
    </>
  )
}
