import { useState } from 'react'
import { agreementDays } from '../../../domain/client/client-rule.ts'
import { api, bodyOf, done, sayFailure } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Select } from '../../ui/select.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import type { ClientInHand } from './client-in-hand.ts'
import { languageSaid, useLanguages } from './use-languages.ts'

interface AgreementProps {
  readonly client: ClientInHand
  readonly contactLanguage: string
  readonly onClient: (client: ClientInHand) => void
}

/** What other organisations noted is the person's to show: asked on the spot, for a while, and taken back at once. */
export const Agreement = ({ client, contactLanguage, onClient }: AgreementProps) => {
  const { t } = useText('card')
  const moment = useMoment()
  const { act, isBusy, failure } = useAct()
  const { id, agreement } = client
  const agree = (days: Days, language: string) =>
    act(async () => {
      const param = { id, agreementId: newId() }
      const agreed = api.clients[':id'].agreements[':agreementId'].$put({ param, json: { days, language } })
      onClient({ ...client, agreement: await bodyOf(agreed) })
    })
  const takeBack = (agreementId: string) =>
    act(async () => {
      const param = { id, agreementId }
      await done(api.clients[':id'].agreements[':agreementId'].withdrawal.$put({ param, json: {} }))
      onClient({ ...client, agreement: null })
    })
  const wrong = failure ? <p className="field-error">{failure}</p> : null
  if (agreement)
    return (
      <div className="card-part">
        <p>{t('agree.until', { moment: moment(agreement.endsAt) })}</p>
        {wrong}
        <div className="card-actions">
          <Button isPending={isBusy} onPress={() => takeBack(agreement.id)}>
            {t('agree.takeBack')}
          </Button>
        </div>
      </div>
    )
  return (
    <Disclosure label={t('agree.title')}>
      <AgreementQuestion contactLanguage={contactLanguage} wrong={wrong} isBusy={isBusy} onAgree={agree} />
    </Disclosure>
  )
}

type Days = (typeof agreementDays)[number]

const AgreementQuestion = (props: {
  contactLanguage: string
  wrong: React.ReactNode
  isBusy: boolean
  onAgree: (days: Days, language: string) => void
}) => {
  const { t } = useText('card')
  const [days, setDays] = useState<Days>()
  const [language, setLanguage] = useState(languageSaid(props.contactLanguage))
  const languages = useLanguages(props.contactLanguage)
  return (
    <div className="card-part">
      <p className="card-say">{t('agree.say')}</p>
      <Chips
        label={t('agree.days')}
        chips={agreementDays.map((count) => ({ id: String(count), label: t(`agree.for.${count}`) }))}
        chosen={[String(days)]}
        onChoose={(id, isChosen) =>
          setDays(isChosen ? agreementDays.find((one) => String(one) === id) : undefined)
        }
      />
      <Select
        label={t('agree.in')}
        options={[{ id: '', label: t('explain.chooseLanguage') }, ...languages]}
        selected={language}
        onSelect={setLanguage}
      />
      {props.wrong}
      <div className="card-actions">
        <Button
          isDisabled={days === undefined || language === ''}
          isPending={props.isBusy}
          onPress={() => days !== undefined && props.onAgree(days, language)}
        >
          {t('agree.yes')}
        </Button>
      </div>
    </div>
  )
}

/** Does something once, and says what went wrong. */
function useAct() {
  const { t } = useText('card')
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const act = (work: () => Promise<void>) => {
    setBusy(true)
    setFailure(undefined)
    work()
      .catch((error: unknown) => setFailure(sayFailure(error, t)))
      .finally(() => setBusy(false))
  }
  return { act, isBusy, failure }
}
