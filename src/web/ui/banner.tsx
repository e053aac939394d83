import { FlaskIcon } from '@phosphor-icons/react/dist/csr/Flask'
import './banner.css'

/** One line over the whole width; it is printed too. */
export const Banner = ({ word, sentence }: { word: string; sentence: string }) => (
  <section className="banner" aria-label={word}>
    <FlaskIcon aria-hidden />
    <p>
      <strong>{word}</strong> {sentence}
    </p>
  </section>
)
