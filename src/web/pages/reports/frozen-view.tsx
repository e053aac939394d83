import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import type { ReportAudience, ReportFormat } from '../../../domain/report/report-format.ts'
import { later } from '../../lazy-part.tsx'
import { paths } from '../../paths.ts'
import type { FrozenSearch } from '../../search.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useText } from '../../use-text.ts'
import { AudienceSwitch } from '../report-making/audience-switch.tsx'
import { FrozenPages } from './frozen-pages.tsx'
import { type FrozenPage, frozenPagesQuery } from './frozen-query.ts'
import './frozen-pages.css'

interface FrozenViewProps {
  readonly frozen: FrozenPage
  readonly audience: ReportAudience
  /** Undefined until there is a file for this audience. */
  readonly fileOf: ((format: ReportFormat) => string) | undefined
}

// Most come for the pages.
const FrozenFigures = later(() =>
  import('./frozen-figures.tsx').then((module) => ({ default: module.FrozenFigures })),
)

const views = ['pages', 'figures'] as const

/** What stands in a frozen report, through whose eyes: its pages as they are printed, or its figures with their tables. */
export const FrozenView = ({ frozen, audience, fileOf }: FrozenViewProps) => {
  const { t, language } = useText('making')
  const { t: say } = useText('publication')
  const search = useSearch({ from: '/signed-in/reports/frozen/$id' })
  const navigate = useNavigate({ from: paths.frozenReport })
  const queries = useQueryClient()
  const { id } = frozen.snapshot
  const { view = 'pages' } = search
  const show = (change: FrozenSearch) =>
    void navigate({ search: { ...search, ...change }, replace: true, resetScroll: false })
  return (
    <>
      <div className="filters frozen-bar">
        <AudienceSwitch
          audience={audience}
          onAudience={(chosen) => show({ audience: chosen === 'coordinator' ? undefined : chosen })}
          onApproach={() => void queries.prefetchQuery(frozenPagesQuery(id, language, 'council'))}
        />
        <Choice
          label={t('frozenViews')}
          options={views.map((each) => ({ id: each, label: t(`view.${each}`) }))}
          selected={view}
          onSelect={(chosen) => show({ view: chosen === 'pages' ? undefined : chosen })}
        />
        {view === 'figures' ? (
          <Button icon={<PrinterIcon aria-hidden size={20} />} onPress={() => window.print()}>
            {t('reports.print')}
          </Button>
        ) : null}
      </div>
      {fileOf ? null : <p className="frozen-later no-print">{say('downloadLater')}</p>}
      {view === 'pages' ? (
        <FrozenPages id={id} audience={audience} fileOf={fileOf} />
      ) : (
        <Suspense>
          <FrozenFigures frozen={frozen} audience={audience} />
        </Suspense>
      )}
    </>
  )
}
