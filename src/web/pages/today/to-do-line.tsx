import { CheckIcon } from '@phosphor-icons/react/dist/csr/Check'
import { Link } from '@tanstack/react-router'
import type { FollowUp } from '../../../contract/follow-up.ts'
import { formatDay } from '../../../text/format.ts'
import { useLabels } from '../../code-labels.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { ThemeIcon } from '../desk/theme-icon.tsx'

/** One thing to do: what, by when, for which question. */
export const ToDoLine = ({ followUp, onDone }: { followUp: FollowUp; onDone: () => void }) => {
  const { t, language } = useText('followups')
  const label = useLabels()
  const { what, sender, dueOn, theme, requestId } = followUp
  return (
    <li className="today-row to-do-line">
      <ThemeIcon theme={theme} />
      <div>
        <strong dir="auto">{what}</strong>
        <span>{t('until', { day: formatDay(language, dueOn) })}</span>
        {sender ? <span>{t(`sender.${sender}`)}</span> : null}
        <Link to={paths.request} params={{ id: requestId }} className="link">
          {label('theme', theme)}
        </Link>
      </div>
      <Button icon={<CheckIcon aria-hidden />} aria-label={t('doneOf', { what })} onPress={onDone}>
        {t('done')}
      </Button>
    </li>
  )
}
