import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle'
import { CircleIcon } from '@phosphor-icons/react/dist/csr/Circle'
import { CircleHalfIcon } from '@phosphor-icons/react/dist/csr/CircleHalf'
import { useText } from '../../use-text.ts'
import type { ListedChapter } from './listed-chapter.ts'
import './chapter-list.css'

interface ChapterListProps {
  readonly chapters: readonly ListedChapter[]
  /** Which one stands under the reader's eyes, and which one is at work where somebody writes. */
  readonly inSight: string | undefined
  readonly chosen?: string | undefined
  readonly onChoose: (chapter: ListedChapter) => void
}

const icons = { empty: CircleIcon, proposed: CircleHalfIcon, ready: CheckCircleIcon }

/** Every chapter of the report, how far it is, and what of it this audience does not see. */
export const ChapterList = ({ chapters, inSight, chosen, onChoose }: ChapterListProps) => {
  const { t } = useText('making')
  return (
    <ol className="chapter-list">
      {chapters.map((chapter) => {
        const { code, number, title, state } = chapter
        const Icon = state && icons[state]
        return (
          <li key={code}>
            <button
              type="button"
              className="chapter-choice"
              aria-current={code === inSight ? 'location' : undefined}
              aria-pressed={chosen === undefined ? undefined : code === chosen}
              onClick={() => onChoose(chapter)}
            >
              <span className="chapter-name">
                {number === undefined ? title : t('chapterTitle', { number, title })}
              </span>
              {Icon ? (
                <span className="chapter-note">
                  <Icon aria-hidden size={16} />
                  {t(`chapterState.${state}`)}
                </span>
              ) : null}
              {chapter.isGone ? <span className="chapter-note">{t('chapterGone')}</span> : null}
              {chapter.lacksText ? <span className="chapter-note">{t('chapterTextGone')}</span> : null}
              {chapter.hidden > 0 ? (
                <span className="chapter-note">{t('chapterHidden', { count: chapter.hidden })}</span>
              ) : null}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
