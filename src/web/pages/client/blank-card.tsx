import { useState } from 'react'
import type { ClientCard } from '../../../contract/client-card.ts'
import type { ClientKind } from '../../../domain/client/client-rule.ts'
import { api, bodyOf, sayFailure } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { CardPictures } from './card-pictures.tsx'
import type { ClientInHand } from './client-in-hand.ts'

interface BlankCardProps {
  readonly card: ClientCard
  readonly onLinked: (client: ClientInHand) => void
}

/** A new card: whose it will be is said once, and no name is asked. */
export const BlankCard = ({ card, onLinked }: BlankCardProps) => {
  const { t } = useText('card')
  const [id] = useState(newId)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const link = async (kind: ClientKind) => {
    setBusy(true)
    try {
      const json = { kind, cardId: card.id }
      onLinked({ ...(await bodyOf(api.clients[':id'].$put({ param: { id }, json }))), card })
    } catch (error) {
      setFailure(sayFailure(error, t))
      setBusy(false)
    }
  }
  return (
    <div className="card-part">
      <h2>{t('blank.title')}</h2>
      <CardPictures pictures={card.pictures} />
      <p>{t('blank.lead')}</p>
      {failure ? <p className="field-error">{failure}</p> : null}
      <div className="card-actions">
        <Button isPending={isBusy} onPress={() => void link('person')}>
          {t('blank.person')}
        </Button>
        <Button isPending={isBusy} onPress={() => void link('household')}>
          {t('blank.household')}
        </Button>
      </div>
    </div>
  )
}
