import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { sessionQuery } from '../../session.ts'
import { useText } from '../../use-text.ts'
import '../../shell/part-links.css'

/** The figures, or the reports for whoever sees no live figures, and the projects that reports are a part of. */
export const ReportParts = () => {
  const { t } = useText()
  const { data: session } = useQuery(sessionQuery)
  const seesFigures = session?.rights.includes('reports.live')
  const parts = [
    { path: paths.reports, label: seesFigures ? 'reports.figuresPart' : 'reports.title' },
    { path: paths.projects, label: 'reports.projectsPart' },
  ] as const
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
