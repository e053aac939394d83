import { useId } from 'react'
import { useText } from '../../use-text.ts'
import type { Clash, Side } from './request-draft.ts'

interface ClashChoiceProps {
  readonly clash: Clash
  readonly side: Side | undefined
  readonly who: string
  readonly isMissing: boolean
  readonly wordsOf: (side: Side | 'base') => readonly string[]
  readonly onChoose: (side: Side) => void
}

/** One field as it was, as I have it and as a colleague has it: which one stays? */
export const ClashChoice = ({ clash, side, who, isMissing, wordsOf, onChoose }: ClashChoiceProps) => {
  const { t } = useText('request')
  const id = useId()
  const none = t('none')
  const words = (values: readonly string[]) => (values.length === 0 ? [none] : values)
  return (
    <fieldset className="request-clash" aria-describedby={`${id}-was`}>
      <legend>{t(`name.${clash}`)}</legend>
      <p id={`${id}-was`} className="request-clash-was">
        {t('conflict.was', { value: words(wordsOf('base')).join(', ') })}
      </p>
      {isMissing ? (
        <p className="field-error" role="alert">
          {t('conflict.choose')}
        </p>
      ) : null}
      <div className="request-sides">
        {(['mine', 'theirs'] as const).map((one) => (
          <label key={one} className="request-side">
            <input type="radio" name={id} checked={side === one} onChange={() => onChoose(one)} />
            <span>
              <span className="request-side-who">
                {one === 'mine' ? t('conflict.mine') : t('conflict.theirs', { who })}
              </span>
              {words(wordsOf(one)).map((word) => (
                <span key={word} className="request-side-value">
                  {word}
                </span>
              ))}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
