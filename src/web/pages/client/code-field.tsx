import { QrCodeIcon } from '@phosphor-icons/react/dist/csr/QrCode'
import { Suspense, useState } from 'react'
import type { ClientCard } from '../../../contract/client-card.ts'
import { readCardCode } from '../../../domain/client/card-code.ts'
import { api, bodyOf, sayFailure } from '../../api.ts'
import { later } from '../../lazy-part.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'

const CardScan = later(async () => ({ default: (await import('./card-scan.tsx')).CardScan }))

/** The code of a card, typed or scanned. A slip of the fingers is seen here, and asks nobody. */
export const CodeField = ({ onFound }: { onFound: (card: ClientCard) => void }) => {
  const { t } = useText('card')
  const [typed, setTyped] = useState('')
  const [failure, setFailure] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const [isScanning, setScanning] = useState(false)
  const lookUp = async (text: string) => {
    const code = readCardCode(text)
    if (code === undefined) return setFailure(t('wrong'))
    setBusy(true)
    setFailure(undefined)
    try {
      onFound(await bodyOf(api['card-lookups'].$post({ json: { code } })))
      setTyped('')
    } catch (error) {
      setFailure(sayFailure(error, t))
    }
    setBusy(false)
  }
  return (
    <form
      className="card-code"
      onSubmit={(event) => {
        event.preventDefault()
        void lookUp(typed)
      }}
    >
      <TextField
        label={t('code')}
        hint={t('codeHint')}
        isOptional
        autoComplete="off"
        maxLength={200}
        value={typed}
        error={failure}
        onChange={(text) => {
          setTyped(text)
          setFailure(undefined)
        }}
      />
      <div className="card-actions">
        <Button type="submit" isPending={isBusy}>
          {t('find')}
        </Button>
        {'mediaDevices' in navigator ? (
          <Button
            look="bare"
            icon={<QrCodeIcon aria-hidden />}
            aria-expanded={isScanning}
            onPress={() => setScanning(!isScanning)}
          >
            {isScanning ? t('scan.stop') : t('scan.start')}
          </Button>
        ) : null}
      </div>
      {isScanning ? (
        <Suspense>
          <CardScan
            onRead={(text) => {
              setScanning(false)
              void lookUp(text)
            }}
          />
        </Suspense>
      ) : null}
    </form>
  )
}
