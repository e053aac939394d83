import { useState } from 'react'
import { api, bodyOf, sayFailure } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import type { ClientInHand } from './client-in-hand.ts'

type Found = Awaited<ReturnType<typeof lookUp>>

/** Somebody with a file and without the card: found by exactly what was noted, so that nobody leafs through people. */
export const FileSearch = ({ onClient }: { onClient: (client: ClientInHand) => void }) => {
  const { t } = useText('card')
  const [words, setWords] = useState('')
  const [found, setFound] = useState<Found>()
  const [failure, setFailure] = useState<string>()
  const search = async () => {
    if (words.trim() === '') return
    setFailure(undefined)
    setFound(undefined)
    try {
      setFound(await lookUp(words))
    } catch (error) {
      setFailure(sayFailure(error, t))
    }
  }
  return (
    <form
      className="card-code"
      onSubmit={(event) => {
        event.preventDefault()
        void search()
      }}
    >
      <TextField
        label={t('search.words')}
        hint={t('search.hint')}
        isOptional
        autoComplete="off"
        maxLength={120}
        value={words}
        error={failure}
        onChange={setWords}
      />
      <Button type="submit">{t('search.go')}</Button>
      {found?.length === 0 ? <p role="status">{t('search.nothing')}</p> : null}
      <ul className="card-before">
        {found?.map(({ client, card, name, reach }) => (
          <li key={client.id}>
            <strong dir="auto">{name}</strong>
            {reach ? <span dir="auto">{reach}</span> : null}
            <Button onPress={() => onClient({ ...client, card })}>{t('search.choose')}</Button>
          </li>
        ))}
      </ul>
    </form>
  )
}

const lookUp = async (words: string) =>
  (await bodyOf(api['client-file-lookups'].$post({ json: { words } }))).items
