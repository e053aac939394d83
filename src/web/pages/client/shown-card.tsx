import { useState } from 'react'
import { belongsOnCard } from '../../../domain/client/client-rule.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { Agreement } from './agreement.tsx'
import { CardPictures } from './card-pictures.tsx'
import { ClientHistory } from './client-history.tsx'
import type { ClientInHand, ClientPart } from './client-in-hand.ts'
import { FilePart } from './file-part.tsx'
import { ReplaceDialog } from './replace-dialog.tsx'
import { StopDialog } from './stop-dialog.tsx'

interface ShownCardProps extends ClientPart {
  readonly client: ClientInHand
  /** Linked just now: nothing was asked before. */
  readonly isNew: boolean
}

/** A card that somebody showed: what is noted now is laid to it. */
export const ShownCard = ({ client, isNew, onClient, clientKind, contactLanguage }: ShownCardProps) => {
  const { t } = useText('card')
  const [open, setOpen] = useState<'replace' | 'stop'>()
  const { card } = client
  const close = () => setOpen(undefined)
  return (
    <>
      <div className="card-shown">
        {card ? <CardPictures pictures={card.pictures} /> : null}
        <p className="card-kind">{t(`kind.${client.kind}`)}</p>
        <Button look="bare" onPress={() => onClient(null)}>
          {t('takeAway')}
        </Button>
      </div>
      {belongsOnCard(client.kind, clientKind) ? null : (
        <Notice kind="info" word={t('household.word')}>
          <p>{t('household.sentence')}</p>
        </Notice>
      )}
      {isNew ? null : <ClientHistory client={client} />}
      <Agreement client={client} contactLanguage={contactLanguage} onClient={onClient} />
      <FilePart client={client} contactLanguage={contactLanguage} onClient={onClient} />
      {card ? (
        <div className="card-actions">
          <Button onPress={() => setOpen('replace')}>{t('replace.open')}</Button>
          <Button onPress={() => setOpen('stop')}>{t('stop.open')}</Button>
        </div>
      ) : null}
      {card && open === 'replace' ? (
        <ReplaceDialog
          cardId={card.id}
          onClose={close}
          onReplaced={(fresh) => {
            onClient({ ...client, card: fresh })
            close()
          }}
        />
      ) : null}
      {card && open === 'stop' ? (
        <StopDialog cardId={card.id} onClose={close} onStopped={() => onClient(null)} />
      ) : null}
    </>
  )
}
