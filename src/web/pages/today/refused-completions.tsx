import type { NotedCompletion } from '../../../domain/follow-up/noted-completion.ts'
import { formatDay } from '../../../text/format.ts'
import { dismissRefused } from '../../outbox/outbox.ts'
import { type RefusedCompletion, useRefused } from '../../outbox/outbox-state.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import type { TickOff } from './use-tick-off.ts'
import '../desk/visit-conflict.css'

/** What was ticked off here and is another by now: told, or shown side by side for the guide to decide. */
export const RefusedCompletions = ({ tickOff }: { readonly tickOff: TickOff }) => {
  const refused = useRefused()
  return refused.map((one) =>
    'completion' in one ? <RefusedOne key={one.id} refused={one} tickOff={tickOff} /> : null,
  )
}

interface RefusedOneProps {
  readonly refused: RefusedCompletion
  readonly tickOff: TickOff
}

const RefusedOne = ({ refused, tickOff }: RefusedOneProps) => {
  const { t } = useText('refused')
  const { completion, followUp, title } = refused
  const there = followUp?.doneOn === null ? followUp : undefined
  const leave = () => dismissRefused(refused)
  return (
    <Notice kind="signal" word={t('changed')}>
      <p>
        <strong dir="auto">{completion.seen.what}</strong>
      </p>
      <p>{title}</p>
      {there ? (
        <>
          <div className="visit-conflict">
            <Version name={t('there')} of={there} />
            <Version name={t('here')} of={completion.seen} />
          </div>
          <div className="visit-conflict-ways">
            <Button onPress={() => void leave().then(() => tickOff.tick(there))}>{t('done')}</Button>
            <Button onPress={() => void leave()}>{t('open')}</Button>
          </div>
        </>
      ) : (
        <Button onPress={() => void leave()}>{t('seen')}</Button>
      )}
    </Notice>
  )
}

interface VersionProps {
  readonly name: string
  readonly of: NotedCompletion['seen']
}

const Version = ({ name, of: { what, dueOn } }: VersionProps) => {
  const { t, language } = useText('refused')
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      <p dir="auto">{what}</p>
      <p>{t('until', { day: formatDay(language, dueOn) })}</p>
    </section>
  )
}
