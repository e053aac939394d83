import { useState } from 'react'
import type { ClientCard } from '../../../contract/client-card.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { BlankCard } from './blank-card.tsx'
import { CardSheetForm } from './card-sheet-form.tsx'
import type { ClientInHand } from './client-in-hand.ts'
import { CodeField } from './code-field.tsx'
import { FileSearch } from './file-search.tsx'

interface CardSearchProps {
  readonly onClient: (client: ClientInHand) => void
  /** Somebody got their first card. */
  readonly onLinked: (client: ClientInHand) => void
}

/** Nobody has shown a card yet. */
export const CardSearch = ({ onClient, onLinked }: CardSearchProps) => {
  const { t } = useText('card')
  const [card, setCard] = useState<ClientCard>()
  const take = (found: ClientCard) =>
    found.client ? onClient({ ...found.client, card: found }) : setCard(found)
  return (
    <>
      <p className="card-lead">{t('lead')}</p>
      <CodeField onFound={take} />
      {card?.state === 'blank' ? <BlankCard key={card.id} card={card} onLinked={onLinked} /> : null}
      {card?.state === 'replaced' || card?.state === 'stopped' ? (
        <Notice kind="signal" word={t('over.word')}>
          <p>{t(`over.${card.state}`)}</p>
        </Notice>
      ) : null}
      <Disclosure label={t('search.title')}>
        <FileSearch onClient={onClient} />
      </Disclosure>
      <Disclosure label={t('print.title')}>
        <CardSheetForm />
      </Disclosure>
    </>
  )
}
