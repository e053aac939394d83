import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import type { Draft } from './draft-keeper.ts'

/** Whether what was written is kept, and since when. Said aloud only where somebody must know. */
export const DraftState = ({ draft: { phase, saved, body, state } }: { readonly draft: Draft }) => {
  const { t } = useText('making')
  const moment = useMoment()
  if (phase === 'waiting') return <p>{t('waiting')}</p>
  if (phase === 'unsent')
    return (
      <p role="alert" className="passage-unsent">
        {t('unsent')}
      </p>
    )
  if (phase === 'refused' || phase === 'stale') return <p>{t('notKept')}</p>
  if (saved.editedAt === null || saved.editedBy === null)
    return <p>{t(body === '' && state === 'empty' ? 'stateEmpty' : 'stateProposed')}</p>
  return <p>{t('kept', { moment: moment(saved.editedAt), who: saved.editedBy })}</p>
}
