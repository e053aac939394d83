import { type ComponentType, Suspense } from 'react'
import { formatClock } from '../../../text/format.ts'
import { openCatalogue } from '../../language.ts'
import { later } from '../../lazy-part.tsx'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import type { Saved } from './use-register.ts'

// Without a network the coach cannot be asked: then the line is as good without it.
const DiscussButton = later(
  (): Promise<{ default: ComponentType<{ readonly requestId: string }> }> =>
    Promise.all([import('../coaching/discuss-button.tsx'), openCatalogue('coaching')]).then(
      ([module]) => ({ default: module.DiscussButton }),
      () => ({ default: () => null }),
    ),
)

interface LastSavedProps {
  readonly saved: Saved
  readonly onNext: (who: 'person' | 'household') => void
}

/** Once a visit is saved: whoever stands there may ask more, or somebody of the same family. */
export const LastSaved = ({ saved, onNext }: LastSavedProps) => {
  const { t, language } = useText('desk')
  const request = saved.visit.requests.at(-1)
  return (
    <section className="visit-last" aria-label={t('last.name')}>
      <p>{t('last.saved', { time: formatClock(language, saved.at), count: saved.visit.requests.length })}</p>
      <Button onPress={() => onNext('person')}>{t('last.person')}</Button>
      <Button onPress={() => onNext('household')}>{t('last.household')}</Button>
      <Suspense>
        {request && navigator.onLine ? <DiscussButton key={request.id} requestId={request.id} /> : null}
      </Suspense>
    </section>
  )
}
