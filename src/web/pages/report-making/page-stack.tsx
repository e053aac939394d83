import { type RefObject, useEffect, useEffectEvent } from 'react'
import type { ReportPages } from '../../../contract/report-pages.ts'
import { type ChapterPlace, chapterAt } from './chapter-place.ts'
import { PageSheet } from './page-sheet.tsx'

interface PageStackProps {
  readonly report: ReportPages
  /** Others are on their way. */
  readonly isBusy: boolean
  readonly onLost: () => Promise<unknown>
  /** The chapter under the reader's eyes; undefined before the first. */
  readonly onSight: (chapter: ChapterPlace | undefined) => void
  /** Somebody points at a chapter on its page. */
  readonly onChoose?: (chapter: ChapterPlace) => void
  readonly stack: RefObject<HTMLDivElement | null>
}

/** Every page of the report, one below the other. */
export const PageStack = ({ report, isBusy, onLost, onSight, onChoose, stack }: PageStackProps) => {
  useSight(stack, report, onSight)
  usePointing(stack, report, onChoose)
  // The page that was there stays in sight until its successor has come, so a page is its number.
  const sheets = report.pages.map((digest, index) => ({ digest, page: index + 1 }))
  return (
    <div ref={stack} className="sheets" aria-busy={isBusy}>
      {sheets.map(({ digest, page }) => (
        <PageSheet key={page} report={report} page={page} digest={digest} onLost={onLost} />
      ))}
    </div>
  )
}

type Stack = PageStackProps['stack']

/** Whoever reads looks at the upper third of the window. */
const eyes = 0.3

const sheetsOf = (stack: HTMLElement | null): HTMLElement[] => [...(stack?.querySelectorAll('img') ?? [])]

function useSight(stack: Stack, { chapters }: ReportPages, onSight: PageStackProps['onSight']): void {
  const look = useEffectEvent(() => {
    const height = innerHeight * eyes
    const boxes = sheetsOf(stack.current).map((sheet) => sheet.getBoundingClientRect())
    const index = boxes.findLastIndex(({ top }) => top <= height)
    const box = boxes[index]
    onSight(box && chapterAt(chapters, { page: index + 1, top: (height - box.top) / box.height }))
  })
  useEffect(() => look())
  useEffect(() => {
    let frame = 0
    const lookSoon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    }
    addEventListener('scroll', lookSoon, { passive: true })
    addEventListener('resize', lookSoon)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', lookSoon)
      removeEventListener('resize', lookSoon)
    }
  }, [])
}

/** A second way for the mouse; the list of chapters is the first. */
function usePointing(stack: Stack, { chapters }: ReportPages, onChoose: PageStackProps['onChoose']): void {
  const point = useEffectEvent(({ target, clientY }: MouseEvent) => {
    if (!(target instanceof HTMLImageElement)) return
    const page = sheetsOf(stack.current).indexOf(target) + 1
    const { top, height } = target.getBoundingClientRect()
    const chapter = chapterAt(chapters, { page, top: (clientY - top) / height })
    if (chapter) onChoose?.(chapter)
  })
  useEffect(() => {
    const frame = stack.current
    frame?.addEventListener('click', point)
    return () => frame?.removeEventListener('click', point)
  }, [stack])
}

/** Brings the beginning of a chapter to where the reader looks. */
export function scrollToChapter(stack: HTMLElement | null, { page, top }: ChapterPlace): void {
  const box = sheetsOf(stack)[page - 1]?.getBoundingClientRect()
  if (box) scrollBy({ top: box.top + box.height * top - (innerHeight * eyes) / 2 })
}
