import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Session } from '../../../contract/session.ts'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { formatDate } from '../../../text/format.ts'
import { Page } from '../../page.tsx'
import { liveFilePath, paths } from '../../paths.ts'
import { type MakingSearch, periodOf } from '../../search.ts'
import { sessionQuery } from '../../session.ts'
import { Choice } from '../../ui/choice.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { today } from '../period/default-period.ts'
import { PeriodChoice } from '../period/period-choice.tsx'
import { DownloadMenu } from '../reports/download-menu.tsx'
import { FreezeButton } from '../reports/freeze-button.tsx'
import { PartialChoice, usePartial } from '../reports/partial-choice.tsx'
import { AudienceSwitch } from './audience-switch.tsx'
import { ChapterList } from './chapter-list.tsx'
import { type ListedChapter, listChapters } from './listed-chapter.ts'
import { scrollToChapter } from './page-stack.tsx'
import { pagesQuery } from './pages-query.ts'
import { PrintedReport } from './printed-report.tsx'
import './making-page.css'

export const MakingPage = () => {
  const { t } = useText('making')
  const { data: session } = useQuery(sessionQuery)
  const search = useSearch({ from: '/signed-in/reports/making' })
  const period = periodOf(search)
  if (session?.rights.includes('reports.live') && period)
    return <MadeReport session={session} period={period} search={search} />
  return (
    <Page title={t('title')}>
      <Notice kind="info" word={t('forbidden.word')}>
        <p>{t('forbidden.reports')}</p>
      </Notice>
    </Page>
  )
}

const views = ['chapters', 'pages'] as const

interface MadeReportProps {
  readonly session: Session
  readonly period: Period
  readonly search: MakingSearch
}

/** The report is made here: its chapters, the pages as they are printed, and what stands behind them. */
const MadeReport = ({ session: { city, rights }, period, search }: MadeReportProps) => {
  const { t, language } = useText('making')
  const navigate = useNavigate()
  const partial = usePartial(period, search.project)
  const report = { ...period, language, projectId: partial?.projectId }
  const { audience = 'coordinator' } = search
  const whole = useQuery(pagesQuery(report, 'coordinator'))
  const seen = useQuery(pagesQuery(report, audience))
  const stack = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<(typeof views)[number]>('pages')
  const [inSight, setInSight] = useState<string>()
  const [chosen, setChosen] = useState<string>()
  const show = (change: Partial<MakingSearch>) =>
    void navigate({ to: paths.making, search: { ...search, ...change }, resetScroll: false })
  const choose = ({ code, place }: Pick<ListedChapter, 'code' | 'place'>) => {
    setChosen(code)
    setView('pages')
    // On a narrow screen the pages come into sight only now.
    requestAnimationFrame(() => place && scrollToChapter(stack.current, place))
  }
  const days = { from: formatDate(language, period.from), to: formatDate(language, period.to) }
  const choosePeriod = ({ from, to }: Period, project?: string) => show({ from, to, project })
  return (
    <Page
      title={t('title')}
      lead={t('reports.lead', { city: city.name, ...days })}
      actions={
        <>
          {rights.includes('reports.freeze') ? (
            <FreezeButton period={period} partial={partial} look="primary" />
          ) : null}
          <DownloadMenu pathOf={liveFilePath(period, language, partial?.projectId)} />
        </>
      }
    >
      <div className="making-bar">
        <AudienceSwitch
          report={report}
          audience={audience}
          onAudience={(chosen) => show({ audience: chosen === 'coordinator' ? undefined : chosen })}
        />
        <Disclosure label={t('otherPeriod')}>
          <div className="filters">
            <PartialChoice period={period} partial={partial} onChoose={choosePeriod} />
            <PeriodChoice period={period} around={today()} onPeriod={choosePeriod} />
          </div>
        </Disclosure>
      </div>
      <div className="making-views">
        <Choice
          label={t('views')}
          hasHiddenLabel
          isCompact
          options={views.map((id) => ({ id, label: t(`view.${id}`) }))}
          selected={view}
          onSelect={setView}
        />
      </div>
      <div className="making" data-view={view}>
        <section className="making-chapters" aria-label={t('view.chapters')}>
          {whole.data && seen.data ? (
            <ChapterList
              chapters={listChapters(whole.data, seen.data)}
              inSight={inSight}
              chosen={chosen}
              onChoose={choose}
            />
          ) : null}
        </section>
        <section className="making-pages" aria-label={t('view.pages')}>
          <PrintedReport
            asked={seen}
            waiting={t(audience === 'coordinator' ? 'state.loading' : 'planning')}
            pdf={
              audience === 'coordinator'
                ? liveFilePath(period, language, partial?.projectId)('pdf')
                : undefined
            }
            stack={stack}
            onSight={(chapter) => setInSight(chapter?.code)}
            onChoose={({ code }) => setChosen(code)}
          />
        </section>
      </div>
    </Page>
  )
}
