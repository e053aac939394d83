import { Link } from '@tanstack/react-router'
import { formatDay } from '../../../text/format.ts'
import { useLabels } from '../../code-labels.ts'
import type { ToDo } from '../../drafts/kept-to-do.ts'
import { paths } from '../../paths.ts'
import { useText } from '../../use-text.ts'
import { ThemeIcon } from '../desk/theme-icon.tsx'
import { TickButton } from './tick-button.tsx'
import type { TickOff } from './use-tick-off.ts'

interface ToDoLineProps {
  readonly toDo: ToDo
  readonly tickOff: TickOff
  /** Without a network the request itself is not there. */
  readonly isAway: boolean
}

/** One thing to do: what, by when, for which question. */
export const ToDoLine = ({ toDo, tickOff, isAway }: ToDoLineProps) => {
  const { t, language } = useText('followups')
  const label = useLabels()
  const { what, sender, dueOn, theme, requestId } = toDo
  return (
    <li className="today-row to-do-line">
      <ThemeIcon theme={theme} />
      <div>
        <strong dir="auto">{what}</strong>
        <span>{t('until', { day: formatDay(language, dueOn) })}</span>
        {sender ? <span>{t(`sender.${sender}`)}</span> : null}
        {isAway ? (
          <span>{label('theme', theme)}</span>
        ) : (
          <Link to={paths.request} params={{ id: requestId }} className="link">
            {label('theme', theme)}
          </Link>
        )}
      </div>
      <TickButton toDo={toDo} tickOff={tickOff} />
    </li>
  )
}
