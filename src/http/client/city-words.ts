import { createHash } from 'node:crypto'
import type { ClientSentence, ClientTextPart } from '../../contract/client-words.ts'
import { listRecordings, type RecordingRow } from '../../db/client/client-recording-store.ts'
import { listOwnSentences, type OwnSentenceRow } from '../../db/client/client-words-store.ts'
import type { Tx } from '../../db/database.ts'
import { dutchSentence, languageOfAll, type Sentences, sayIn } from '../../domain/client/client-sentence.ts'
import { recordingTypes } from '../../domain/client/recording-rule.ts'
import type { ClientLanguage } from '../../domain/client-language.ts'
import {
  cardKeys,
  keysOfPart,
  productSentence,
  recordableParts,
  sentenceKeys,
} from '../../text/client-words.ts'

/** What a city says itself, and how it is read aloud, beside what the product says. */
export interface CityWords {
  readonly sentences: Sentences
  readonly rows: readonly OwnSentenceRow[]
  readonly recordings: readonly RecordingRow[]
}

export async function readCityWords(tx: Tx): Promise<CityWords> {
  const rows = await listOwnSentences(tx)
  const own: Sentences['own'] = (language, key) => {
    const row = rows.find((one) => one.language === language && one.key === key)
    return row?.words && row.source ? { words: row.words, source: row.source } : undefined
  }
  return { sentences: { own, product: productSentence }, rows, recordings: await listRecordings(tx) }
}

export function viewSentences({ sentences, rows }: CityWords, language: ClientLanguage): ClientSentence[] {
  return sentenceKeys.map((key) => {
    const row = rows.find((one) => one.language === language && one.key === key)
    return {
      key,
      dutch: dutchSentence(key, sentences),
      product: productSentence(language, key) ?? null,
      own: row?.words ?? null,
      ...sayIn(language, key, sentences),
      writtenAt: row?.writtenAt.toISOString() ?? null,
      version: row?.version ?? 0,
    }
  })
}

export const viewParts = (city: CityWords, language: ClientLanguage): ClientTextPart[] =>
  recordableParts.map((part) => {
    const row = city.recordings.find((one) => one.language === language && one.part === part)
    const text = textDigest(city, language, part)
    return { part, text, recording: row ? viewRecording(row, text) : null, version: row?.version ?? 0 }
  })

function viewRecording({ checksum, seconds, mediaType, readFrom, madeAt }: RecordingRow, text: string) {
  const type = recordingTypes.find((one) => one === mediaType)
  if (!checksum || !seconds || !type) return null
  return { checksum, seconds, mediaType: type, madeAt: madeAt.toISOString(), isStale: readFrom !== text }
}

export function viewLanguage(city: CityWords, language: ClientLanguage) {
  const said = sentenceKeys.map((key) => sayIn(language, key, city.sentences))
  return {
    language,
    sentences: said.length,
    written: said.filter(({ shownIn }) => shownIn === language).length,
    stale: said.filter(({ shownIn, isStale }) => shownIn === language && isStale).length,
    recordings: viewParts(city, language).filter(({ recording }) => recording).length,
    cardIn: languageOfAll(language, cardKeys, city.sentences),
  }
}

/** What stands on a card in a language, or in the nearest one in which all of it is written. */
export function cardWordsIn({ sentences }: CityWords, language: ClientLanguage) {
  const shownIn = languageOfAll(language, cardKeys, sentences)
  const say = (key: (typeof cardKeys)[number]) => sayIn(shownIn, key, sentences).words
  return {
    language: shownIn,
    title: say('card.title'),
    show: say('card.show'),
    nameless: say('card.nameless'),
  }
}

/** Of the words as whoever reads them aloud sees them. */
const textDigest = ({ sentences }: CityWords, language: ClientLanguage, part: string): string =>
  createHash('sha256')
    .update(JSON.stringify(keysOfPart(part).map((key) => sayIn(language, key, sentences).words)))
    .digest('hex')
