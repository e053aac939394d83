import type { ReportChart } from '../../../contract/report.ts'
import type { RowFilters } from '../../../domain/report/row-filter.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useText } from '../../use-text.ts'
import { ReportTable } from './report-table.tsx'

interface ReportFigureProps {
  readonly figure: ReportChart
  readonly filters?: RowFilters[string] | undefined
}

/** A chart says what it shows before it shows it; its table is one press away, its unit and base under it. */
export const ReportFigure = ({ figure, filters }: ReportFigureProps) => {
  const { t } = useText()
  const { chart, title, sentence, svg, unit, base, table, notes } = figure
  const id = `figure-${chart}`
  return (
    <section className="report-figure" data-chart={chart} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{sentence}</p>
      <figure>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: because our own server draws it from figures, with every label escaped */}
        <div className="report-picture" dangerouslySetInnerHTML={{ __html: svg }} />
        <figcaption>
          <span>{t('reports.unit', { unit })}</span> <span>{t('reports.base', { base })}</span>
        </figcaption>
      </figure>
      {notes.length === 0 ? null : (
        <ul className="report-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <Disclosure label={t('reports.showTable')}>
        <ReportTable caption={t('reports.tableOf', { title })} table={table} filters={filters} />
      </Disclosure>
    </section>
  )
}
