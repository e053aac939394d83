import { Link } from '@tanstack/react-router'
import { menuFor } from '../menu.ts'
import { useText } from '../use-text.ts'
import './main-menu.css'

export const MainMenu = ({ rights }: { rights: readonly string[] }) => {
  const { t } = useText()
  const entries = menuFor(rights)
  if (entries.length === 0) return null
  return (
    <nav aria-label={t('menu.name')}>
      <ul className="main-menu">
        {entries.map(({ path, label }) => (
          <li key={path}>
            <Link to={path} className="main-menu-link">
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
