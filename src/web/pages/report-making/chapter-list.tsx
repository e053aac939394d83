import { useText } from '../../use-text.ts'
import type { ListedChapter } from './listed-chapter.ts'

interface ChapterListProps {
  readonly chapters: readonly ListedChapter[]
  /** Which one stands under the reader's eyes, and which one is at work. */
  readonly inSight: string | undefined
  readonly chosen: string | undefined
  readonly onChoose: (chapter: ListedChapter) => void
}

/** Every chapter of the report, and what of it this audience does not see. */
export const ChapterList = ({ chapters, inSight, chosen, onChoose }: ChapterListProps) => {
  const { t } = useText('making')
  return (
    <ol className="chapter-list">
      {chapters.map((chapter) => (
        <li key={chapter.code}>
          <button
            type="button"
            className="chapter-choice"
            aria-current={chapter.code === inSight ? 'location' : undefined}
            aria-pressed={chapter.code === chosen}
            onClick={() => onChoose(chapter)}
          >
            <span className="chapter-name">{chapter.title}</span>
            {chapter.isGone ? <span className="chapter-loss">{t('chapterGone')}</span> : null}
            {chapter.hidden > 0 ? (
              <span className="chapter-loss">{t('chapterHidden', { count: chapter.hidden })}</span>
            ) : null}
          </button>
        </li>
      ))}
    </ol>
  )
}
