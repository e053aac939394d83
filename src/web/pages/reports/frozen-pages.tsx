import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ReportAudience, ReportFormat } from '../../../domain/report/report-format.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { ChapterList } from '../report-making/chapter-list.tsx'
import { type ListedChapter, listChapters } from '../report-making/listed-chapter.ts'
import { scrollToChapter } from '../report-making/page-stack.tsx'
import { PrintedReport } from '../report-making/printed-report.tsx'
import { frozenPagesQuery } from './frozen-query.ts'

interface FrozenPagesProps {
  readonly id: string
  readonly audience: ReportAudience
  /** Undefined until there is a file for this audience. */
  readonly fileOf: ((format: ReportFormat) => string) | undefined
}

/** A frozen report as it is printed, with its chapters beside it and what of them an audience does not see. */
export const FrozenPages = ({ id, audience, fileOf }: FrozenPagesProps) => {
  const { t, language } = useText('making')
  const whole = useQuery(frozenPagesQuery(id, language, 'coordinator'))
  const seen = useQuery(frozenPagesQuery(id, language, audience))
  const stack = useRef<HTMLDivElement>(null)
  const [inSight, setInSight] = useState<string>()
  const choose = ({ place }: ListedChapter) => place && scrollToChapter(stack.current, place)
  const chapters =
    whole.data && seen.data && !seen.isPlaceholderData ? (
      <ChapterList chapters={listChapters([], whole.data, seen.data)} inSight={inSight} onChoose={choose} />
    ) : null
  const withheld = seen.data?.withheld ?? []
  return (
    <div className="frozen-pages">
      <section className="frozen-chapters" aria-label={t('view.chapters')}>
        <div className="frozen-chapters-beside">{chapters}</div>
        <div className="frozen-chapters-above">
          <Disclosure label={t('view.chapters')}>{chapters}</Disclosure>
        </div>
      </section>
      <section aria-label={t('view.pages')}>
        {withheld.length === 0 ? null : (
          <Notice kind="signal" word={t('withheldTexts')}>
            <ul>
              {withheld.map(({ passage, sentence }) => (
                <li key={passage}>{sentence}</li>
              ))}
            </ul>
          </Notice>
        )}
        <PrintedReport
          asked={seen}
          waiting={t(audience === 'coordinator' ? 'state.loading' : 'planning')}
          pdf={fileOf?.('pdf')}
          stack={stack}
          onSight={(chapter) => setInSight(chapter?.code)}
        />
      </section>
    </div>
  )
}
