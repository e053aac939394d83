import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClientSentence } from '../../../contract/client-words.ts'
import { mostCharacters } from '../../../domain/client/client-sentence.ts'
import { type ClientLanguage, directionOf } from '../../../domain/client-language.ts'
import { hasRegisterNumber } from '../../../domain/import/register-number.ts'
import { languageNames } from '../../../text/client-format.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf, onVersion, sayFailure } from '../../api.ts'
import { FailureNotice } from '../../shell/failure-notice.tsx'
import { ScreenedField } from '../../typed-field.tsx'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'

interface SentenceRowProps {
  readonly language: ClientLanguage
  readonly sentence: ClientSentence
}

/** One sentence as the desk shows it in a language: whose words they are, and writing one's own. */
export const SentenceRow = ({ language, sentence }: SentenceRowProps) => {
  const { t } = useText('client')
  const [isOpen, setOpen] = useState(false)
  const { keep, isBusy, failure } = useKeeping({ language, sentence })
  const { own, words, shownIn, isStale } = sentence
  const isTheirs = shownIn === language
  return (
    <>
      <p lang={shownIn} dir={directionOf(shownIn)} className={isTheirs ? undefined : 'words-instead'}>
        {words}
      </p>
      <p className="words-state">
        {isTheirs
          ? t(own === null ? 'words.product' : 'words.own')
          : t('words.instead', { shown: languageNames[shownIn] })}
        {isTheirs && isStale ? <strong className="words-stale">{t('words.staleWord')}</strong> : null}
      </p>
      <FailureNotice failure={failure} />
      {isOpen ? (
        <SentenceForm
          language={language}
          sentence={sentence}
          isBusy={isBusy}
          onClose={() => setOpen(false)}
          onSave={(typed) => void keep(typed).then((isKept) => isKept && setOpen(false))}
        />
      ) : (
        <div className="words-actions">
          <Button onPress={() => setOpen(true)}>
            {t(isTheirs ? 'words.edit' : 'words.write')}
            <About sentence={sentence} />
          </Button>
          {isTheirs && isStale ? (
            <Button isPending={isBusy} onPress={() => void keep(words)}>
              {t('words.holds')}
              <About sentence={sentence} />
            </Button>
          ) : null}
          {own === null ? null : (
            <Button look="bare" isPending={isBusy} onPress={() => void keep(null)}>
              {t('words.restore')}
              <About sentence={sentence} />
            </Button>
          )}
        </div>
      )}
    </>
  )
}

/** Which sentence a button is about, for who listens. */
const About = ({ sentence: { dutch } }: { readonly sentence: ClientSentence }) => (
  <span className="visually-hidden" lang="nl">
    : {dutch}
  </span>
)

interface SentenceFormProps extends SentenceRowProps {
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onSave: (words: string) => void
}

const SentenceForm = ({ language, sentence, isBusy, onClose, onSave }: SentenceFormProps) => {
  const { t } = useText('client')
  const [words, setWords] = useState(sentence.shownIn === language ? sentence.words : '')
  const isRefused = hasRegisterNumber(words)
  return (
    <form
      className="words-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (words.trim() && !isRefused) onSave(words)
      }}
    >
      <ScreenedField
        label={t('words.label')}
        isLong
        lang={language}
        dir={directionOf(language)}
        autoComplete="off"
        maxLength={mostCharacters(sentence.key)}
        value={words}
        onChange={setWords}
      />
      <div className="words-actions">
        <Button type="submit" look="primary" isDisabled={isRefused} isPending={isBusy}>
          {isBusy ? t('action.saving') : t('action.save')}
        </Button>
        <Button onPress={onClose}>{t('action.cancel')}</Button>
      </div>
    </form>
  )
}

/** Keeps own words, or without any goes back to the product's; the way back is offered for a while. */
function useKeeping({ language, sentence: { key, own, version } }: SentenceRowProps) {
  const { t } = useText('client')
  const queries = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const refresh = () => queries.invalidateQueries({ queryKey: ['client-words'] })
  const keep = async (words: string | null): Promise<boolean> => {
    setBusy(true)
    setFailure(undefined)
    try {
      const kept = await write(language, key, words?.replace(/\s+/g, ' ') ?? null, version)
      announce({
        sentence: t(words === null ? 'words.restored' : 'words.saved'),
        undo: () => write(language, key, own, kept.version).then(refresh),
      })
      return true
    } catch (error) {
      setFailure(sayFailure(error, t))
      return false
    } finally {
      // Somebody else's words stand above the own ones then.
      await refresh()
      setBusy(false)
    }
  }
  return { keep, isBusy, failure }
}

const sentences = api['client-words'][':language'].sentences[':key']

function write(language: ClientLanguage, key: string, words: string | null, version: number) {
  const place = { param: { language, key }, header: {} }
  return words === null
    ? bodyOf(sentences.$delete(place, onVersion(version)))
    : bodyOf(sentences.$put({ ...place, json: { words } }, onVersion(version)))
}
