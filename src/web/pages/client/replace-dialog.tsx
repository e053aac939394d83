import { useState } from 'react'
import type { ClientCard } from '../../../contract/client-card.ts'
import { announce } from '../../announcement.ts'
import { api, done, sayFailure } from '../../api.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { useText } from '../../use-text.ts'
import { CardPictures } from './card-pictures.tsx'
import { CodeField } from './code-field.tsx'

interface ReplaceDialogProps {
  readonly cardId: string
  readonly onClose: () => void
  readonly onReplaced: (card: ClientCard) => void
}

/** A new card for an old one that was lost or is worn. */
export const ReplaceDialog = ({ cardId, onClose, onReplaced }: ReplaceDialogProps) => {
  const { t } = useText('card')
  const [fresh, setFresh] = useState<ClientCard>()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const replace = async () => {
    if (!fresh) return
    setBusy(true)
    try {
      const param = { id: cardId }
      await done(api['client-cards'][':id'].replacement.$put({ param, json: { cardId: fresh.id } }))
      announce({ sentence: t('replace.done') })
      onReplaced(fresh)
    } catch (error) {
      setFailure(sayFailure(error, t))
      setBusy(false)
    }
  }
  return (
    <TaskDialog
      title={t('replace.title')}
      saveLabel={t('replace.save')}
      canSave={fresh?.state === 'blank'}
      isBusy={isBusy}
      failure={fresh && fresh.state !== 'blank' ? t('replace.used') : failure}
      onClose={onClose}
      onSave={() => void replace()}
    >
      <p>{t('replace.lead')}</p>
      <CodeField onFound={setFresh} />
      {fresh?.state === 'blank' ? <CardPictures pictures={fresh.pictures} /> : null}
    </TaskDialog>
  )
}
