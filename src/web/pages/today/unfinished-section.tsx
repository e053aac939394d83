import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { codeListsQuery } from '../../code-labels.ts'
import { lazyPart } from '../../lazy-part.tsx'
import { QueryError } from '../../shell/query-error.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { useDeskChoices } from '../desk/use-desk-choices.ts'
import { unfinishedQuery } from './unfinished-query.ts'

// On most days nothing waits.
const UnfinishedRow = lazyPart(async () => (await import('./unfinished-row.tsx')).UnfinishedRow)

const firstAnswer = '.today-row-head[aria-expanded=true] + div .chips input'

/** What was noted in one tap: ten of them are finished in minutes, one after the other, each saved on its own. */
export const UnfinishedSection = () => {
  const { t } = useText('today')
  const { data, error, refetch } = useQuery(unfinishedQuery)
  const codes = useQuery(codeListsQuery)
  const choices = useDeskChoices()
  const list = useRef<HTMLUListElement>(null)
  const [openId, setOpenId] = useState<string>()
  const open = (id: string | undefined) => {
    setOpenId(id)
    // Once the page shows it: the keyboard goes on where the next answer is asked.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(firstAnswer)?.focus())
  }
  return (
    <section className="today-part" aria-label={t('unfinished.title')}>
      <h2>{t('unfinished.title')}</h2>
      {data && codes.data ? (
        <>
          <p className="today-lead">
            {data.length > 0 ? t('unfinished.count', { count: data.length }) : t('unfinished.none')}
          </p>
          <ul ref={list} className="today-rows">
            {data.map((request, place) => (
              <UnfinishedRow
                key={request.id}
                request={request}
                choices={choices}
                isOpen={request.id === openId}
                onOpen={() => (request.id === openId ? setOpenId(undefined) : open(request.id))}
                onDone={() => open((data[place + 1] ?? data[place - 1])?.id)}
              />
            ))}
          </ul>
        </>
      ) : error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState sentence={t('state.loading')} />
      )}
    </section>
  )
}
