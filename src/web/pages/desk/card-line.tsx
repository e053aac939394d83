import { Suspense } from 'react'
import { openCatalogue } from '../../language.ts'
import { later } from '../../lazy-part.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import type { VisitDraft } from './visit-draft.ts'

/** Most people have no card, so all of it comes when somebody shows one. */
const CardPanel = later(async () => {
  const [module] = await Promise.all([
    import('../client/card-panel.tsx'),
    openCatalogue('card', 'followups', 'typed'),
  ])
  return { default: module.CardPanel }
})

interface CardLineProps {
  readonly draft: VisitDraft
  readonly onDraft: (draft: VisitDraft) => void
}

/** The card of whoever sits at the desk, beside the form: it is asked of nobody. */
export const CardLine = ({ draft, onDraft }: CardLineProps) => {
  const { t } = useText('desk')
  const { client, person } = draft
  return (
    <Disclosure label={client ? t(`cardOf.${client.kind}`) : t('card')}>
      {() => (
        <Suspense fallback={<LoadingState sentence={t('state.loading')} />}>
          <CardPanel
            client={client}
            clientKind={person.clientKind}
            contactLanguage={person.contactLanguage}
            onClient={(shown) => onDraft({ ...draft, client: shown })}
          />
        </Suspense>
      )}
    </Disclosure>
  )
}
