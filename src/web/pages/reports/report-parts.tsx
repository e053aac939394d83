import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { useText } from '../../use-text.ts'
import '../../shell/part-links.css'

const parts = [
  { path: paths.reports, label: 'reports.figuresPart' },
  { path: paths.projects, label: 'reports.projectsPart' },
] as const

/** The figures, and the projects that reports are a part of. */
export const ReportParts = () => {
  const { t } = useText()
  return (
    <nav aria-label={t('reports.parts')} className="part-links">
      {parts.map(({ path, label }) => (
        <Link
          key={path}
          to={path}
          activeOptions={{ exact: true, includeSearch: false }}
          className="part-link"
        >
          {t(label)}
        </Link>
      ))}
    </nav>
  )
}
