import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClientWords } from '../../../contract/client-words.ts'
import type { ClientLanguage } from '../../../domain/client-language.ts'
import { Page } from '../../page.tsx'
import { sessionQuery } from '../../session.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { ClientLanguages } from '../client/client-languages.tsx'
import { clientWordsQuery } from '../client/client-words-query.ts'
import { PartRecording } from './part-recording.tsx'
import { SentenceRow } from './sentence-row.tsx'
import './words-page.css'

/** What is said first at the desk, language by language: in whose words, and how it is read aloud. */
export const WordsPage = () => {
  const { t } = useText('client')
  const { data: session } = useQuery(sessionQuery)
  const [language, setLanguage] = useState<ClientLanguage>('ce')
  if (!session?.rights.includes('client_words.change'))
    return (
      <Page title={t('words.title')}>
        <Notice kind="info" word={t('forbidden.word')}>
          <p>{t('forbidden.manage')}</p>
        </Notice>
      </Page>
    )
  return (
    <Page title={t('words.title')} lead={t('words.lead')}>
      <div className="words">
        <Notice kind="info" word={t('words.truthWord')}>
          <p>{t('words.truth')}</p>
        </Notice>
        <ClientLanguages
          legend={<legend className="field-label">{t('language')}</legend>}
          chosen={language}
          onChoose={setLanguage}
        />
        <WordsOf key={language} language={language} />
      </div>
    </Page>
  )
}

const WordsOf = ({ language }: { readonly language: ClientLanguage }) => {
  const { t } = useText('client')
  const { data, error, refetch } = useQuery(clientWordsQuery(language))
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingState sentence={t('state.loading')} />
  return (
    <>
      <p>
        {t('words.progress', {
          written: data.sentences.filter(({ shownIn }) => shownIn === language).length,
          all: data.sentences.length,
          recordings: data.parts.filter(({ recording }) => recording).length,
          parts: data.parts.length,
        })}
      </p>
      <section className="words-group">
        <h2>{t('words.group.first')}</h2>
        <PartRecording words={data} part="first" isWhole />
        <Rows words={data} of={['first']} />
      </section>
      {groups.map(({ name, of }) => (
        <Disclosure key={name} label={t(`words.group.${name}`)}>
          {() => <Rows words={data} of={of} />}
        </Disclosure>
      ))}
    </>
  )
}

const groups = [
  { name: 'themes', of: ['themes'] },
  { name: 'place', of: ['place', 'audio', 'translated'] },
  { name: 'card', of: ['card'] },
] as const

const Rows = ({ words, of }: { readonly words: ClientWords; readonly of: readonly string[] }) => (
  <ul className="words-rows">
    {words.sentences
      .filter(({ key }) => of.some((group) => key === group || key.startsWith(`${group}.`)))
      .map((sentence) => (
        <li key={sentence.key} className="words-row">
          <p lang="nl" dir="ltr" className="words-dutch">
            {sentence.dutch}
          </p>
          <div className={isTheme(sentence.key) ? 'words-theirs words-theme' : 'words-theirs'}>
            <SentenceRow language={words.language} sentence={sentence} />
            {isTheme(sentence.key) ? <PartRecording words={words} part={sentence.key} /> : null}
          </div>
        </li>
      ))}
  </ul>
)

const isTheme = (key: string): boolean => key.startsWith('themes.')
