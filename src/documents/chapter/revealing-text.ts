import { type StaffLanguage, staffLanguage } from '../../domain/language.ts'
import { type FrozenText, isFor, type Passage } from '../../domain/report/chapter/passage.ts'
import { plainWords, readPlainFormat } from '../../domain/report/chapter/plain-format.ts'
import type { ProjectGoal, ReportedProject } from '../../domain/report/project.ts'
import type { PublishedContent } from '../../domain/report/published-report.ts'
import type { PublishedAudience } from '../../domain/report/report-format.ts'
import type { SnapshotContent } from '../../domain/report/snapshot.ts'
import { type UntoldNumber, untoldNumbers } from '../../domain/report/untold-number.ts'
import { labelReader } from '../../text/label.ts'
import { type ReportWords, say } from '../report-words.ts'
import { sayLabel } from './proposal-words.ts'

/** A text that stays out of a report, because a sentence of it tells what its readers may not know. */
export interface WithheldText {
  readonly language: StaffLanguage
  readonly passage: Passage
  readonly sentence: string
}

/**
 * What an audience sees of a frozen report, with its texts and its project. A text is left out whole when one of its
 * sentences names something beside its number and that number is not in the figures that they see, or says the title of an
 * event that they do not see; of what is said of a goal, only that answer (docs/decisions/0022-texts-of-a-report.md).
 */
export function addWords(
  audience: PublishedAudience,
  snapshot: SnapshotContent,
  { texts: _, project: __, ...figures }: PublishedContent,
): { readonly content: PublishedContent; readonly withheld: WithheldText[] } {
  const untold = untoldIn(snapshot, figures)
  const { texts, withheld } = textsFor(audience, snapshot, untold)
  const known = snapshot.project && tellProject(snapshot.project, snapshot, untold)
  return {
    content: {
      ...figures,
      ...(texts.length > 0 ? { texts } : {}),
      ...(known ? { project: known.project } : {}),
    },
    withheld: [...withheld, ...(known?.withheld ?? [])],
  }
}

/** What readers may not know. */
interface Untold {
  readonly numbers: readonly UntoldNumber[]
  /** Titles of events, only their words. */
  readonly titles: readonly string[]
}

function untoldIn(snapshot: SnapshotContent, { report, events }: PublishedContent): Untold {
  const said = new Set(events.map(({ title }) => wordsIn(title)))
  return {
    numbers: untoldNumbers(snapshot, report),
    titles: snapshot.events
      .map(({ title }) => wordsIn(title))
      .filter((title) => title !== '' && !said.has(title)),
  }
}

function textsFor(
  audience: PublishedAudience,
  snapshot: SnapshotContent,
  untold: Untold,
): { readonly texts: FrozenText[]; readonly withheld: WithheldText[] } {
  const checked = (snapshot.texts ?? [])
    .filter(({ passage }) => isFor(passage, audience))
    .map((text) => {
      const { language } = text
      const words = { language, label: labelReader(snapshot.codes, language) }
      return { text, sentence: revealingSentence(text.body, untold, words) }
    })
  return {
    texts: checked.flatMap(({ text, sentence }) => (sentence === undefined ? [text] : [])),
    withheld: checked.flatMap(({ text: { language, passage }, sentence }) =>
      sentence === undefined ? [] : [{ language, passage, sentence }],
    ),
  }
}

/** A project is written in one language, and nothing says which. */
function tellProject(
  project: ReportedProject,
  { codes }: Pick<SnapshotContent, 'codes'>,
  untold: Untold,
): { readonly project: ReportedProject; readonly withheld: WithheldText[] } {
  const withheld: WithheldText[] = []
  const told = (answer: string): string => {
    for (const language of staffLanguage.options) {
      const sentence = revealingSentence(answer, untold, { language, label: labelReader(codes, language) })
      if (sentence === undefined) continue
      withheld.push({ language, passage: 'mission', sentence })
      return ''
    }
    return answer
  }
  const goals = project.goals.map(
    ({ goal, indicator, target, reached, comment }): ProjectGoal => ({
      ...{ goal: told(goal), indicator: told(indicator), target: told(target) },
      ...{ reached: told(reached), comment: told(comment) },
    }),
  )
  return { project: { ...project, goals }, withheld }
}

/** The texts that say the title of an event, with whatever signs between its words. */
export const textsSaying = (title: string, texts: readonly FrozenText[]): FrozenText[] => {
  const words = wordsIn(title)
  return texts.filter(({ body }) => saysWords(wordsIn(paragraphsOf(body).join(' ')), words))
}

/**
 * Within a longer word too: "ziekte" is told by "ziekteverlof". A very short title is one only where it stands as words of
 * its own, and a single letter nowhere: every text would say it.
 */
const saysWords = (said: string, title: string): boolean =>
  title.length > 3 ? said.includes(title) : title.length > 1 && ` ${said} `.includes(` ${title} `)

const paragraphsOf = (body: string): string[] => readPlainFormat(body).map(plainWords)
const sentencesOf = (paragraph: string): string[] => paragraph.split(/(?<=[.!?])\s+(?=\p{Lu})/u)

function revealingSentence(
  body: string,
  { numbers, titles }: Untold,
  words: ReportWords,
): string | undefined {
  const named = numbers.map((number) => ({
    ...number,
    name: number.label && barest(sayLabel(number.label, words)),
  }))
  const tellsNumber = (sentence: string): boolean => {
    const said = numbersIn(sentence, words)
    const bare = folded(sentence)
    return named.some(
      ({ name, requests, percent }) =>
        (name === undefined || bare.includes(name)) &&
        (said.counts.has(requests) || (percent !== null && said.percents.has(percent))),
    )
  }
  const saysTitle = (part: string): boolean => {
    const said = wordsIn(part)
    return titles.some((title) => saysWords(said, title))
  }
  const paragraphs = paragraphsOf(body)
  // A title may hold a point, and run over sentences and paragraphs.
  return (
    paragraphs.flatMap(sentencesOf).find((sentence) => saysTitle(sentence) || tellsNumber(sentence)) ??
    [...paragraphs, paragraphs.join(' ')].find(saysTitle)
  )
}

/** A label without what stands between brackets or after a colon, so that it is found in the middle of a sentence. */
const barest = (label: string): string => folded(label.replace(/\s*[(:].*$/, ''))

/** Words and numbers alone: signs, stars and spaces between them may be typed otherwise. */
const wordsIn = (text: string): string =>
  folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

// Thousands stand apart by a point, comma or space; a decimal is no count.
const number = /(?<![\d.,])\d{1,3}(?:[.,\s\u00a0\u202f]\d{3})+(?![\d])|(?<![\d.,])\d+(?![\d]|[.,]\d)/gu

function numbersIn(sentence: string, words: ReportWords) {
  const counts = new Set<number>()
  const percents = new Set<number>()
  for (const { 0: found, index } of sentence.matchAll(number)) {
    const isPercent = /^[\s\u00a0\u202f]*%/u.test(sentence.slice(index + found.length))
    const value = Number(found.replace(/\D/gu, ''))
    if (isPercent) percents.add(value)
    else counts.add(value)
  }
  const bare = ` ${wordsIn(sentence)} `
  for (const small of [2, 3, 4])
    if (bare.includes(` ${say(words, `numberWord.${small}`)} `)) counts.add(small)
  return { counts, percents }
}
