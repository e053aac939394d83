import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useState } from 'react'
import {
  type ClientLanguage,
  clientLanguageOf,
  clientLanguages,
  directionOf,
} from '../../../domain/client-language.ts'
import { languageNames } from '../../../text/client-format.ts'
import { isSharedDevice, setLocked } from '../../pins-here.ts'
import { Button } from '../../ui/button.tsx'
import { FullScreen } from '../../ui/full-screen.tsx'
import { useText } from '../../use-text.ts'
import { type ClientText, fill, useClientText } from './client-text.ts'
import { FirstWords } from './first-words.tsx'
import { ThemePlace } from './theme-place.tsx'
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
  const read = useClientText(language)
  const dutch = useClientText('nl')
  // The next hand on a tablet that several share need not be that of who showed it.
  const close = () => {
    if (isSharedDevice()) setLocked(true)
    props.onClose()
  }
  return (
    <FullScreen label={t(`title.${props.shows}`)} onCancel={close}>
      <div className="client">
        <div className="client-bar">
          <LanguageRow chosen={language} onChoose={setLanguage} />
          {props.shows === 'first' ? (
            <Button icon={<PrinterIcon aria-hidden />} onPress={() => print()}>
              {t('poster')}
            </Button>
          ) : null}
          <Button onPress={close}>{t('back')}</Button>
        </div>
        {read && dutch ? (
          <div className="client-page" lang={read.shown} dir={directionOf(read.shown)}>
            <Remark language={language} shown={read.shown} text={read.text} />
            {props.shows === 'first' ? (
              <FirstWords text={read.text} dutch={read.shown === 'nl' ? undefined : dutch.text} />
            ) : (
              <ThemePlace {...props} text={read.text} language={read.shown} />
            )}
          </div>
        ) : null}
      </div>
    </FullScreen>
  )
}

/** Each language by its own name. */
const LanguageRow = ({
  chosen,
  onChoose,
}: {
  readonly chosen: ClientLanguage
  readonly onChoose: (language: ClientLanguage) => void
}) => {
  const { t } = useText('client')
  return (
    <fieldset className="client-languages">
      <legend className="visually-hidden">{t('language')}</legend>
      {clientLanguages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          dir={directionOf(language)}
          aria-pressed={language === chosen}
          onClick={() => onChoose(language)}
        >
          {languageNames[language]}
        </button>
      ))}
    </fieldset>
  )
}

/** That it is a translation, and that it is in a language beside theirs. */
const Remark = ({
  language,
  shown,
  text,
}: {
  readonly language: ClientLanguage
  readonly shown: ClientLanguage
  readonly text: ClientText
}) => {
  if (shown === 'nl' && language === 'nl') return null
  const names = { language: languageNames[language], shown: languageNames[shown] }
  return (
    <p className="client-remark">
      {shown === language ? text.translated : `${fill(text.fallback, names)} ${text.translated}`}
    </p>
  )
}
