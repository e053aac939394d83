import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning'
import { formatDate, languageName } from '../../../text/format.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import type { PublicationPreview } from './publication-query.ts'
import './event-choice.css'

type PreviewedEvent = PublicationPreview['events'][number]
/** For each event the words with which it is published; null leaves it out. */
export type EventWords = readonly (string | null)[]

interface EventChoiceProps {
  readonly events: readonly PreviewedEvent[]
  readonly words: EventWords
  readonly onWords: (words: EventWords) => void
}

/** The events that readers will see, each as it is written, in other words or not at all. */
export const EventChoice = ({ events, words, onWords }: EventChoiceProps) => {
  const { t } = useText('publication')
  if (events.length === 0) return null
  return (
    <fieldset className="event-choice">
      <legend className="field-label">{t('events.title')}</legend>
      <p className="field-hint">{t('events.lead')}</p>
      {events.map((event, place) => (
        <EventLine
          key={`${event.from} ${event.title}`}
          event={event}
          words={words[place] ?? null}
          onWords={(chosen) => onWords(words.with(place, chosen))}
        />
      ))}
    </fieldset>
  )
}

interface EventLineProps {
  readonly event: PreviewedEvent
  readonly words: string | null
  readonly onWords: (words: string | null) => void
}

const EventLine = ({ event, words, onWords }: EventLineProps) => {
  const { t, language } = useText('publication')
  const [from, to] = [formatDate(language, event.from), formatDate(language, event.to)]
  const days = from === to ? from : t('events.days', { from, to })
  const texts = words === event.title ? [] : event.texts
  return (
    <div className="event-line">
      <Checkbox
        label={t('events.show', { days, title: event.title })}
        isChecked={words !== null}
        onCheck={(isShown) => onWords(isShown ? event.title : null)}
      />
      {words === null ? null : (
        <TextField
          label={t('events.words', { days })}
          maxLength={120}
          value={words}
          onChange={onWords}
          error={words.trim() === '' ? t('events.empty') : undefined}
        />
      )}
      {words === event.title
        ? event.concerns.map((concern) => (
            <p key={concern} className="event-concern">
              <WarningIcon aria-hidden size={20} />
              {t(`events.concern.${concern}`)}
            </p>
          ))
        : null}
      {texts.map((text) => (
        <p key={`${text.language} ${text.number} ${text.title}`} className="event-concern">
          <WarningIcon aria-hidden size={20} />
          {t('events.inText', { ...text, language: languageName(language, text.language) })}
        </p>
      ))}
    </div>
  )
}
