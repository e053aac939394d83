import type { Story } from '../../../contract/story.ts'
import { formatList } from '../../../text/format.ts'
import { useText } from '../../use-text.ts'

type Telling = Story['telling']

/** What of a text may tell who it is about, and how to say it otherwise. */
export const TellingList = ({ telling }: { readonly telling: Telling }) => {
  const { t, language } = useText('making')
  return (
    <ul className="telling-list">
      {[...Map.groupBy(telling, ({ kind }) => kind)].map(([kind, parts]) => {
        const words = [...new Set(parts.map(({ text }) => t('quoted', { words: text })))]
        return <li key={kind}>{t(`telling.${kind}`, { words: formatList(language, words) })}</li>
      })}
    </ul>
  )
}

/** Words with such parts marked. */
export const TellingWords = ({ words, telling }: { readonly words: string; readonly telling: Telling }) => {
  const ends = telling.map(({ start, text }) => start + text.length)
  return (
    <>
      {telling.map(({ start, text }, at) => (
        <span key={start}>
          {words.slice(ends[at - 1] ?? 0, start)}
          <mark>{text}</mark>
        </span>
      ))}
      {words.slice(ends.at(-1) ?? 0)}
    </>
  )
}
