import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle'
import type { PresenceDay } from '../../../contract/presence.ts'
import { useLabels } from '../../code-labels.ts'
import { useText } from '../../use-text.ts'

/** The open desks of a day, with everybody who sits there. */
export const PresenceDesks = ({ day }: { day: PresenceDay }) => {
  const { t } = useText('today')
  const label = useLabels()
  return (
    <dl className="presence">
      {day.desks.map((desk) => (
        <div key={desk.id}>
          <dt>{desk.name}</dt>
          {desk.seats.length === 0 ? <dd className="presence-nobody">{t('presence.nobody')}</dd> : null}
          {desk.seats.map(({ name, opens, closes, languages, isHere }) => (
            <dd key={`${name} ${opens}`}>
              <strong dir="auto">{name}</strong>
              <span className="presence-hours">
                {opens}–{closes}
              </span>
              {isHere ? (
                <span className="presence-here">
                  <CheckCircleIcon aria-hidden /> {t('presence.here')}
                </span>
              ) : null}
              <span className="presence-languages">
                {languages.map((code) => label('contact_language', code)).join(', ')}
              </span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
