import type { Speech } from './client-speech.ts'
import { SaidWords } from './said-words.tsx'

/** What is said before anything is asked. On paper the Dutch stands beside it. */
export const FirstWords = ({
  speech,
  isDutch,
}: {
  readonly speech: Speech
  /** The language is Dutch itself. */
  readonly isDutch: boolean
}) => (
  <div className={isDutch ? 'client-words' : 'client-words client-words-two'}>
    {isDutch ? null : (
      <div lang="nl" dir="ltr" className="client-dutch">
        <h1>{speech.dutch('first.title')}</h1>
        <ul>
          {sentencesOf(speech).map((key) => (
            <li key={key}>{speech.dutch(key)}</li>
          ))}
        </ul>
      </div>
    )}
    <div>
      <h1>
        <SaidWords said={speech.say('first.title')} />
      </h1>
      <ul>
        {sentencesOf(speech).map((key) => (
          <li key={key}>
            <SaidWords said={speech.say(key)} />
          </li>
        ))}
      </ul>
    </div>
  </div>
)

export const sentencesOf = ({ text }: Speech): readonly string[] =>
  Object.keys(text.first.sentences).map((key) => `first.sentences.${key}`)
