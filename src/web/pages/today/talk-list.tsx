import type { CoachingCase } from '../../../contract/coaching.ts'
import type { Handover } from '../../../contract/handover.ts'
import { useText } from '../../use-text.ts'
import { CaseCard } from '../coaching/case-card.tsx'
import { HandoverCard } from '../coaching/handover-card.tsx'
import '../coaching/coaching.css'

interface TalkListProps {
  readonly asked: readonly Handover[]
  readonly answered: readonly CoachingCase[]
}

export const TalkList = ({ asked, answered }: TalkListProps) => {
  const { t } = useText('coaching')
  return (
    <section className="today-part" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <ul className="coaching-part">
        {asked.map((one) => (
          <HandoverCard key={one.id} one={one} />
        ))}
        {answered.map((one) => (
          <CaseCard key={one.id} one={one} />
        ))}
      </ul>
    </section>
  )
}
