import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useLayoutEffect, useState } from 'react'
import { type ClientLanguage, clientLanguageOf, directionOf } from '../../../domain/client-language.ts'
import { languageNames } from '../../../text/client-format.ts'
import { isSharedDevice, lockBehind } from '../../pins-here.ts'
import { Button } from '../../ui/button.tsx'
import { FullScreen } from '../../ui/full-screen.tsx'
import { useText } from '../../use-text.ts'
import { ClientLanguages } from './client-languages.tsx'
import { type Speech, useSpeech } from './client-speech.ts'
import { fill } from './client-text.ts'
import { FirstWords, sentencesOf } from './first-words.tsx'
import { SaidWords } from './said-words.tsx'
import { SpokenPart } from './spoken-part.tsx'
import { StaffLine } from './staff-line.tsx'
import { placeKeys, ThemePlace } from './theme-place.tsx'
import './client-screen.css'

export interface ClientScreenProps {
  /** What is said before anything is asked; or the theme, with the place and its hours. */
  readonly shows: 'first' | 'theme'
  readonly theme: string | null
  /** What the city calls the theme, for whoever stands behind the desk. */
  readonly themeName: string
  readonly deskId: string
  /** ISO 639-3, as the visit has it. */
  readonly contactLanguage: string
  readonly onClose: () => void
}

/** Fills the screen for whoever sits at the desk, in their language. Nothing of the visit's person stands on it. */
export const ClientScreen = (props: ClientScreenProps) => {
  const { t } = useText('client')
  const [language, setLanguage] = useState<ClientLanguage>(clientLanguageOf(props.contactLanguage) ?? 'nl')
  const speech = useSpeech(language)
  // The next hand on a tablet that several share need not be that of who showed it: by no way does it get behind this.
  useLayoutEffect(() => (isSharedDevice() ? lockBehind() : undefined), [])
  return (
    <FullScreen label={t(`title.${props.shows}`)} onCancel={props.onClose}>
      <div className="client">
        <div className="client-bar">
          <ClientLanguages
            legend={<legend className="visually-hidden">{t('language')}</legend>}
            chosen={language}
            onChoose={setLanguage}
          />
          {props.shows === 'first' ? (
            <Button icon={<PrinterIcon aria-hidden />} onPress={() => print()}>
              {t('poster')}
            </Button>
          ) : null}
          <Button onPress={props.onClose}>{t('back')}</Button>
        </div>
        {speech ? <ClientPage key={language} {...props} language={language} speech={speech} /> : null}
      </div>
    </FullScreen>
  )
}

const ClientPage = (
  props: ClientScreenProps & { readonly language: ClientLanguage; readonly speech: Speech },
) => {
  const { t } = useText('client')
  const { language, speech } = props
  const part = props.shows === 'first' ? 'first' : `themes.${props.theme}`
  const keys =
    props.shows === 'first'
      ? ['first.title', ...sentencesOf(speech)]
      : [...placeKeys, ...(speech.say(part) ? [part] : [])]
  const shownIn = [...new Set(keys.flatMap((key) => speech.say(key)?.language ?? []))]
  const main = shownIn.includes(language) ? language : speech.textIn
  return (
    <div
      className={speech.isWaiting ? 'client-page client-page-waiting' : 'client-page'}
      lang={main}
      dir={directionOf(main)}
    >
      <Remark language={language} shownIn={shownIn} speech={speech} />
      {keys.some(speech.isStale) ? <StaffLine sentence={t('stale')} /> : null}
      <SpokenPart language={language} part={part} speech={speech} />
      {props.shows === 'first' ? (
        <FirstWords speech={speech} isDutch={language === 'nl'} />
      ) : (
        <ThemePlace {...props} speech={speech} />
      )}
    </div>
  )
}

/** That it is a translation, and that all or part of it is in a language beside theirs. */
const Remark = ({
  language,
  shownIn,
  speech,
}: {
  readonly language: ClientLanguage
  readonly shownIn: readonly ClientLanguage[]
  readonly speech: Speech
}) => {
  if (language === 'nl') return null
  const translated = <SaidWords said={speech.say('translated')} />
  const other = shownIn.find((one) => one !== language)
  if (other === undefined) return <p className="client-remark">{translated}</p>
  const names = { language: languageNames[language], shown: languageNames[other] }
  const { fallback, partly } = speech.text
  const words = fill(shownIn.includes(language) ? partly : fallback, names)
  return (
    <p className="client-remark">
      <SaidWords said={{ words, language: speech.textIn }} /> {translated}
    </p>
  )
}
