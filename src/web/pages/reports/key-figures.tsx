import type { HalfYearReport } from '../../../domain/report/half-year-report.ts'
import { formatDecimal, formatNumber } from '../../../text/format.ts'
import { useText } from '../../use-text.ts'

type Figures = Pick<HalfYearReport, 'total' | 'openingDays' | 'perOpeningDay'>

/** Numbers first: the three that everybody asks for. */
export const KeyFigures = ({ report }: { report: Figures }) => {
  const { t, language } = useText()
  const figures = [
    { label: t('reports.total'), value: formatNumber(language, report.total) },
    { label: t('reports.openingDays'), value: formatNumber(language, report.openingDays) },
    { label: t('reports.perOpeningDay'), value: formatDecimal(language, report.perOpeningDay) },
  ]
  return (
    <section aria-labelledby="key-figures">
      <h2 id="key-figures" className="visually-hidden">
        {t('reports.figures')}
      </h2>
      <dl className="key-figures">
        {figures.map(({ label, value }) => (
          <div key={label} className="key-figure">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
