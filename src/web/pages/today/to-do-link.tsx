import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { useText } from '../../use-text.ts'
import { toDoQuery } from './to-do-query.ts'

/** At the desk: how much one still has to do, and the way there. */
export const ToDoLink = () => {
  const { t } = useText('today')
  const count = useQuery(toDoQuery).data?.items?.length ?? 0
  return count > 0 ? (
    <Link to={paths.today} className="link">
      {t('toDo.count', { count })}
    </Link>
  ) : null
}
