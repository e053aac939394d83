import { asActor } from '../../db/as-actor.ts'
import { listCodes } from '../../db/city/code-list-store.ts'
import type { Database, Tx } from '../../db/database.ts'
import { listNames, readTexts } from '../../db/request/search-word-store.ts'
import type { Actor } from '../../domain/actor.ts'
import type { StaffLanguage } from '../../domain/language.ts'
import { foldWords } from '../../domain/request/folded-word.ts'
import type { Search } from '../../domain/request/request-filter.ts'
import { sightOf } from '../../domain/request/request-right.ts'
import { knowsWords, searchOfWords } from '../../domain/request/request-search.ts'
import { makeSearchBook, type SearchBook } from '../../domain/request/search-book.ts'
import { codeNames, spelledLexemes, worldLexemes } from '../../text/search-name.ts'

interface Shelved<Kept> {
  readonly kept: Kept
  readonly at: number
}

interface Texts {
  readonly words: Set<string>
  readonly last: string | null
  readonly book: SearchBook
  /** When its first word was read. */
  readonly begunAt: number
}

const mostKept = 100
/** A label that changed is searched by its new words after this long. */
const labelsFresh = 10_000
/** A new word is found by its beginning after this long; as it is written it is found at once. */
const textsFresh = 10_000
/** And with a slip in it after this long. */
const textsRecent = 1000
/** After this long the words of corrected requests are read again, with all others. */
const textsWhole = 600_000

/** The words that may be searched, per language and per part of a city that somebody sees: making them anew for each search would cost more than it. */
export class SearchShelf {
  readonly #db: Database
  readonly #labels = new Map<string, Shelved<Promise<SearchBook>>>()
  readonly #texts = new Map<string, Shelved<Promise<Texts>>>()

  constructor(db: Database) {
    this.#db = db
  }

  /** What `typed` asks of a request. */
  async read(actor: Actor, typed: string, language: StaffLanguage, now: number): Promise<Search> {
    const [labels, texts] = await Promise.all([
      this.#labelsOf(actor, language, now),
      this.#textsOf(actor, now),
    ])
    const books = { labels, spellings: spellings(), texts: texts.book }
    if (knowsWords(typed, books)) return searchOfWords(typed, books)
    const more = await this.#textsOf(actor, now, textsRecent)
    return searchOfWords(typed, { ...books, texts: more.book })
  }

  #labelsOf(actor: Actor, language: StaffLanguage, now: number): Promise<SearchBook> {
    const key = `${actor.cityId} ${language}`
    const shelved = this.#labels.get(key)
    if (shelved && now - shelved.at < labelsFresh) return shelved.kept
    const kept = asActor(this.#db, actor, async (tx) => {
      const names = (await listNames(tx)).map(({ field, id, name }) => ({
        text: name,
        lexeme: `${field}:${id}`,
      }))
      return makeSearchBook([
        ...codeNames(await listCodes(tx), language),
        ...names,
        ...worldLexemes(language),
      ])
    })
    return this.#keep(this.#labels, key, { kept, at: now })
  }

  /** The words of the requests that the actor sees, as they were read not longer ago than `age`. */
  async #textsOf(actor: Actor, now: number, age = textsFresh): Promise<Texts> {
    const key = sightOf(actor)
    const shelved = this.#texts.get(key)
    if (shelved && now - shelved.at < age) return shelved.kept
    const known = (await shelved?.kept) ?? none
    // From the last request that it knows; from the beginning once in a while.
    const from = now - known.begunAt < textsWhole ? known : { ...none, begunAt: now }
    const kept = asActor(this.#db, actor, (tx) => readOn(tx, from))
    return this.#keep(this.#texts, key, { kept, at: now })
  }

  /** What could not be read is asked again the next time. */
  #keep<Kept>(shelf: Map<string, Shelved<Promise<Kept>>>, key: string, shelved: Shelved<Promise<Kept>>) {
    shelf.set(key, shelved)
    const [oldest] = shelf.size > mostKept ? shelf.keys() : []
    if (oldest) shelf.delete(oldest)
    shelved.kept.catch(() => shelf.get(key) === shelved && shelf.delete(key))
    return shelved.kept
  }
}

const none: Texts = {
  words: new Set(),
  last: null,
  book: makeSearchBook([]),
  begunAt: Number.NEGATIVE_INFINITY,
}

let spelled: SearchBook | undefined
function spellings(): SearchBook {
  spelled ??= makeSearchBook(spelledLexemes())
  return spelled
}

async function readOn(tx: Tx, before: Texts): Promise<Texts> {
  const words = new Set(before.words)
  let { last } = before
  for await (const batch of readTexts(tx, last)) {
    last = batch.last
    for (const word of batch.texts.flatMap(foldWords)) words.add(word)
  }
  if (words.size === before.words.size) return { ...before, last }
  const book = makeSearchBook([...words].map((word) => ({ text: word, lexeme: `word:${word}` })))
  return { ...before, words, last, book }
}
