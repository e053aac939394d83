import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ReportAudience } from '../../../domain/report/report-format.ts'
import { LeaveGuard } from '../../shell/leave-guard.tsx'
import { QueryError } from '../../shell/query-error.tsx'
import { Choice } from '../../ui/choice.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { liveFilePath } from '../file-path.ts'
import { ChapterList } from './chapter-list.tsx'
import { ChapterWork } from './chapter-work.tsx'
import { isUnsaved } from './draft-keeper.ts'
import { type ListedChapter, listChapters } from './listed-chapter.ts'
import { scrollToChapter } from './page-stack.tsx'
import { type MadeReport, pagesQuery } from './pages-query.ts'
import { PrintedReport } from './printed-report.tsx'
import { useDrafts } from './use-drafts.ts'

/** On a narrow screen one at a time. */
const views = ['chapters', 'pages', 'text'] as const

interface ReportBenchProps {
  readonly report: MadeReport
  readonly audience: ReportAudience
  readonly mayWrite: boolean
}

/** The chapters, the pages as they are printed, and what is written in the chapter that is chosen. */
export const ReportBench = ({ report, audience, mayWrite }: ReportBenchProps) => {
  const { t } = useText('making')
  const whole = useQuery(pagesQuery(report, 'coordinator'))
  const seen = useQuery(pagesQuery(report, audience))
  const { keeper, drafts, error, refetch } = useDrafts(report, mayWrite)
  const stack = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<(typeof views)[number]>('pages')
  const [inSight, setInSight] = useState<string>()
  const [chosen, setChosen] = useState('one_page')
  const choose = ({ code, place }: Pick<ListedChapter, 'code' | 'place'>) => {
    setChosen(code)
    setView(place ? 'pages' : 'text')
    // On a narrow screen the pages come into sight only now.
    requestAnimationFrame(() => place && scrollToChapter(stack.current, place))
  }
  const heads = [...drafts.values()].map(({ saved, state }) => ({ ...saved, state }))
  const chapters = whole.data && seen.data ? listChapters(heads, whole.data, seen.data) : []
  const unprinted = chapters.find(({ code, place }) => code === chosen && !place)
  return (
    <>
      <LeaveGuard isChanged={isUnsaved(drafts)} isKeptOnPage onStay={keeper.retry} onLeave={keeper.retry} />
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
          {chapters.length > 0 ? (
            <ChapterList chapters={chapters} inSight={inSight} chosen={chosen} onChoose={choose} />
          ) : null}
        </section>
        <section className="making-pages" aria-label={t('view.pages')}>
          <PrintedReport
            asked={seen}
            waiting={t(audience === 'coordinator' ? 'state.loading' : 'planning')}
            pdf={
              audience === 'coordinator'
                ? liveFilePath(report, report.language, report.projectId)('pdf')
                : undefined
            }
            stack={stack}
            onSight={(chapter) => setInSight(chapter?.code)}
            onChoose={({ code }) => setChosen(code)}
          />
        </section>
        {mayWrite ? (
          <section className="making-text" aria-label={t('view.text')}>
            {/* Why the pages stay where they are. */}
            <p role="status" className="making-unprinted">
              {unprinted ? t(unprinted.isGone ? 'chapterGoneForThem' : 'chapterUnprinted') : null}
            </p>
            {error ? <QueryError error={error} onRetry={() => void refetch()} /> : null}
            {drafts.size === 0 && !error ? <LoadingState sentence={t('state.loading')} /> : null}
            {drafts.size > 0 ? (
              <ChapterWork
                report={report}
                drafts={[...drafts.values()].filter(({ saved }) => saved.chapter === chosen)}
                keeper={keeper}
                withheld={seen.data?.withheld ?? []}
              />
            ) : null}
          </section>
        ) : null}
      </div>
    </>
  )
}
