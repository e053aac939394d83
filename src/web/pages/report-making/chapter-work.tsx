import { Suspense } from 'react'
import type { ReportPages } from '../../../contract/report-pages.ts'
import { openCatalogue } from '../../language.ts'
import { later } from '../../lazy-part.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import type { Draft, DraftKeeper } from './draft-keeper.ts'
import type { MadeReport } from './pages-query.ts'
import { PassageConflict } from './passage-conflict.tsx'
import { PassageEditor } from './passage-editor.tsx'
import { SentenceList } from './sentence-list.tsx'
import { TellingList } from './telling-list.tsx'

// The text is there first; what lies behind a press, or belongs to one chapter, comes when it is asked for.
const PassageHistory = later(() =>
  import('./passage-history.tsx').then((module) => ({ default: module.PassageHistory })),
)
const StoryList = later(() => import('./story-list.tsx').then((module) => ({ default: module.StoryList })))
const PopulationSection = later(async () => {
  const [{ PopulationSection: Section }] = await Promise.all([
    import('./population-section.tsx'),
    openCatalogue('population'),
  ])
  return { default: Section }
})

interface ChapterWorkProps {
  readonly report: MadeReport
  /** The texts of the chapter. */
  readonly drafts: readonly Draft[]
  readonly keeper: DraftKeeper
  readonly withheld: ReportPages['withheld']
}

/** What is written in a chapter, where each sentence comes from, and what it said before. */
export const ChapterWork = ({ report, drafts, keeper, withheld }: ChapterWorkProps) => {
  const { t } = useText('making')
  if (drafts.length === 0) return <p>{t('isMade')}</p>
  const written = drafts.map((draft) => {
    const { passage } = draft.saved
    const revealing = withheld.find((text) => text.passage === passage)
    return (
      <section key={passage} className="passage" aria-label={draft.saved.title}>
        {draft.phase === 'stale' ? (
          <PassageConflict draft={draft} keeper={keeper} />
        ) : (
          <PassageEditor draft={draft} keeper={keeper} />
        )}
        {revealing ? (
          <Notice kind="signal" word={t('withheld')}>
            <p>{revealing.sentence}</p>
          </Notice>
        ) : null}
        {draft.state === 'ready' && draft.saved.telling.length > 0 ? (
          <Notice kind="signal" word={t('telling.word')}>
            <TellingList telling={draft.saved.telling} />
          </Notice>
        ) : null}
        {passage === 'stories' ? (
          <Suspense>
            <StoryList report={report} draft={draft} keeper={keeper} />
          </Suspense>
        ) : (
          <Disclosure label={t('sources')}>
            <SentenceList report={report} draft={draft} />
          </Disclosure>
        )}
        {draft.saved.version > 0 ? (
          <Disclosure label={t('history')}>
            {() => (
              <Suspense>
                <PassageHistory report={report} draft={draft} keeper={keeper} />
              </Suspense>
            )}
          </Disclosure>
        ) : null}
      </section>
    )
  })
  return drafts.some(({ saved }) => saved.chapter === 'reach') ? (
    <>
      {written}
      <Suspense>
        <PopulationSection until={report.to} />
      </Suspense>
    </>
  ) : (
    written
  )
}
