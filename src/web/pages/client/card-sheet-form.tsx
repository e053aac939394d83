import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type CardLanguage, cardLanguages } from '../../../domain/client/client-rule.ts'
import { api, sayFailure } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'
import { fileOf } from '../file-travel.ts'
import { clientLanguagesQuery } from './client-words-query.ts'

/** A sheet of new cards, as a file to print. */
export const CardSheetForm = () => {
  const { t } = useText('card')
  const [language, setLanguage] = useState<CardLanguage>('ar')
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const { data: written } = useQuery(clientLanguagesQuery)
  const nameOf = (id: CardLanguage) => {
    const name = t(`print.in.${id}`)
    const shown = cardLanguages.find((one) => one === written?.find((each) => each.language === id)?.cardIn)
    return shown === undefined || shown === id
      ? name
      : t('print.instead', { language: name, shown: t(`print.in.${shown}`) })
  }
  const print = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      await saveSheet(language, t('print.file'))
    } catch (error) {
      setFailure(sayFailure(error, t))
    }
    setBusy(false)
  }
  return (
    <div className="card-part">
      <p>{t('print.lead')}</p>
      <Select
        label={t('print.language')}
        options={cardLanguages.map((id) => ({ id, label: nameOf(id) }))}
        selected={language}
        onSelect={setLanguage}
      />
      {failure ? <p className="field-error">{failure}</p> : null}
      <div className="card-actions">
        <Button isPending={isBusy} onPress={() => void print()}>
          {isBusy ? t('print.making') : t('print.make')}
        </Button>
      </div>
    </div>
  )
}

async function saveSheet(language: CardLanguage, name: string): Promise<void> {
  const asked = api['card-sheets'].$post({ json: { id: newId(), language } })
  const address = URL.createObjectURL(await fileOf(asked, () => undefined))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
