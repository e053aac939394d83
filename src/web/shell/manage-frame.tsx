import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { manageMenuFor } from '../menu.ts'
import { sessionQuery } from '../session.ts'
import { useText } from '../use-text.ts'
import './manage-frame.css'

/** Around every page under Beheer: what else there is to manage. */
export const ManageFrame = () => {
  const { t } = useText()
  const { data: session } = useQuery(sessionQuery)
  return (
    <>
      <nav aria-label={t('manage.name')} className="manage-menu">
        <ul>
          {manageMenuFor(session?.rights ?? []).map(({ path, label }) => (
            <li key={path}>
              <Link to={path} className="manage-menu-link">
                {t(label)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </>
  )
}
