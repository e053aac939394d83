import type { ClientText } from './client-text.ts'

/** What is said before anything is asked. On paper the Dutch stands beside it. */
export const FirstWords = ({
  text,
  dutch,
}: {
  readonly text: ClientText
  /** Undefined where the text is the Dutch one itself. */
  readonly dutch: ClientText | undefined
}) => (
  <div className={dutch ? 'client-words client-words-two' : 'client-words'}>
    {dutch ? (
      <div lang="nl" dir="ltr" className="client-dutch">
        <Sentences text={dutch} />
      </div>
    ) : null}
    <div>
      <Sentences text={text} />
    </div>
  </div>
)

const Sentences = ({ text: { first } }: { readonly text: ClientText }) => (
  <>
    <h1>{first.title}</h1>
    <ul>
      {Object.entries(first.sentences).map(([key, sentence]) => (
        <li key={key}>{sentence}</li>
      ))}
    </ul>
  </>
)
