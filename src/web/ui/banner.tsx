import { FlaskIcon } from '@phosphor-icons/react/dist/csr/Flask'
import './banner.css'

/** One line over the whole width; it is printed too. */
export const Banner = ({ word, sentence }: { word: string; sentence: string }) => (
  <div className="banner" role="note">
    <FlaskIcon aria-hidden />
    <p>
      <strong>{word}</strong> {sentence}
    </p>
  </div>
)
