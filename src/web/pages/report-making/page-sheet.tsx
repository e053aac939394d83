import { useState } from 'react'
import type { ReportPages } from '../../../contract/report-pages.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { chaptersOn } from './chapter-place.ts'

interface PageSheetProps {
  readonly report: ReportPages
  /** From 1. */
  readonly page: number
  readonly digest: string
  /** The server keeps pages for a while only; this asks for them again. */
  readonly onLost: () => Promise<unknown>
}

/** A page as it is printed. It travels when it comes near the window; until then its place is kept. */
export const PageSheet = ({ report, page, digest, onLost }: PageSheetProps) => {
  const { t } = useText('making')
  const [attempt, setAttempt] = useState(0)
  const [shown, setShown] = useState<string>()
  const [failed, setFailed] = useState<string>()
  const again = async () => {
    await onLost()
    setFailed(undefined)
    setAttempt((count) => count + 1)
  }
  const fail = () => {
    if (attempt === 0) void again()
    else setFailed(digest)
  }
  const chapters = chaptersOn(report.chapters, page).map(({ title }) => title)
  const gaps = { page, pages: report.pages.length }
  return (
    <figure className="sheet" data-page={page} data-shown={shown !== undefined}>
      <img
        key={attempt}
        src={`/api/v1/reports/pages/${digest}`}
        alt={
          chapters.length === 0
            ? t('pageAlt', gaps)
            : t('pageAltChapters', { ...gaps, chapters: chapters.join('; ') })
        }
        width={Math.round(report.width)}
        height={Math.round(report.height)}
        loading="lazy"
        decoding="async"
        onLoad={() => setShown(digest)}
        onError={fail}
      />
      {failed === digest ? (
        <div className="sheet-failed" role="alert">
          <p>{t('pageFailed')}</p>
          <Button onPress={() => void again()}>{t('state.retry')}</Button>
        </div>
      ) : null}
      <figcaption aria-hidden>{t('pageNumber', gaps)}</figcaption>
    </figure>
  )
}
