import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Story } from '../../../contract/story.ts'
import { formatMonth } from '../../../text/format.ts'
import { useLabels } from '../../code-labels.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { SearchBox } from '../../shell/search-box.tsx'
import { Button } from '../../ui/button.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import type { Draft, DraftKeeper } from './draft-keeper.ts'
import type { MadeReport } from './pages-query.ts'
import { storiesQuery } from './stories-query.ts'
import { TellingList, TellingWords } from './telling-list.tsx'
import './story-list.css'

interface StoryListProps {
  readonly report: MadeReport
  readonly draft: Draft
  readonly keeper: DraftKeeper
}

/** What people said and let the city quote, to choose from: each says what to change before it is read by others. */
export const StoryList = ({ report, draft, keeper }: StoryListProps) => {
  const { t } = useText('making')
  const [sought, setSought] = useState<string>()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    storiesQuery(report, sought),
  )
  // What two people said alike in one month is one card.
  const stories = new Map(
    data?.pages.flatMap(({ items }) =>
      items.map((story) => [`${story.month} ${story.theme} ${story.words}`, story] as const),
    ),
  )
  const take = ({ words }: Story) => {
    const text = draft.body.trimEnd()
    keeper.write(draft.saved.passage, { body: `${text}${text === '' ? '' : '\n\n'}> ${words}` })
  }
  return (
    <section className="stories" aria-labelledby="stories">
      <h2 id="stories">{t('stories.title')}</h2>
      <p className="stories-lead">{t('stories.lead')}</p>
      <SearchBox
        label={t('stories.search')}
        example={t('stories.example')}
        words={sought}
        onWords={setSought}
      />
      {error ? <QueryError error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <LoadingState sentence={t('state.loading')} />}
      {data && stories.size === 0 ? <p>{t(sought ? 'stories.noneFound' : 'stories.none')}</p> : null}
      <ul className="story-list">
        {[...stories].map(([key, story]) => (
          <StoryCard
            key={key}
            story={story}
            isTaken={draft.body.includes(story.words)}
            onTake={() => take(story)}
          />
        ))}
      </ul>
      {hasNextPage ? (
        <Button isDisabled={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </section>
  )
}

interface StoryCardProps {
  readonly story: Story
  readonly isTaken: boolean
  readonly onTake: () => void
}

const StoryCard = ({ story, isTaken, onTake }: StoryCardProps) => {
  const { t, language } = useText('making')
  const label = useLabels()
  const { words, theme, month, telling } = story
  return (
    <li className="story">
      <blockquote>
        <TellingWords words={words} telling={telling} />
      </blockquote>
      <p className="story-about">
        {t('stories.about', { theme: label('theme', theme), month: formatMonth(language, month) })}
      </p>
      {telling.length > 0 ? <TellingList telling={telling} /> : null}
      {isTaken ? (
        <p className="story-taken">{t('stories.taken')}</p>
      ) : (
        <Button aria-label={t('stories.takeThis', { words })} onPress={onTake}>
          {t('stories.take')}
        </Button>
      )}
    </li>
  )
}
