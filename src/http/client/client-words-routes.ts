import { createHash } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { etag } from 'hono/etag'
import * as contract from '../../contract/client-words.ts'
import { asActor } from '../../db/as-actor.ts'
import { keepRecording, type Recorded, readRecording } from '../../db/client/client-recording-store.ts'
import { keepOwnSentence } from '../../db/client/client-words-store.ts'
import { dutchSentence } from '../../domain/client/client-sentence.ts'
import { refuseWords } from '../../domain/client/client-words.ts'
import { mostRecordingBytes, recordingTypeOf } from '../../domain/client/recording-rule.ts'
import { clientLanguages } from '../../domain/client-language.ts'
import { actorOf } from '../../domain/people/session.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { isSentence, recordableParts } from '../../text/client-words.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, answerProblem, orProblem } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { etagOf, readVersion } from '../version.ts'
import { readCityWords, viewLanguage, viewParts, viewSentences } from './city-words.ts'

const mayRead = [signedIn, requireRight('client_words.read')]
const mayChange = [signedIn, requireRight('client_words.change')]

const uptoMost = bodyLimit({
  maxSize: mostRecordingBytes,
  onError: (c) => answerProblem(c, 413, refuse('recording_too_large')),
})

/** What is said first to whoever sits at the desk: in the words of the city, and read aloud. */
export const clientWordsRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...contract.listClientLanguages, middleware: mayRead }, async (c) => {
    const city = await asActor(c.var.services.db, actorOf(c.var.signedIn), readCityWords)
    return c.json({ items: clientLanguages.map((language) => viewLanguage(city, language)) }, 200)
  })
  .openapi({ ...contract.readClientWords, middleware: mayRead }, async (c) => {
    const { language } = c.req.valid('param')
    const city = await asActor(c.var.services.db, actorOf(c.var.signedIn), readCityWords)
    const view = { sentences: viewSentences(city, language), parts: viewParts(city, language) }
    return c.json({ language, ...view }, 200)
  })
  .openapi({ ...contract.putClientSentence, middleware: mayChange }, async (c) =>
    answerVersion(c, await keepSentence(c, c.req.valid('param'), c.req.valid('json').words)),
  )
  .openapi({ ...contract.restoreClientSentence, middleware: mayChange }, async (c) =>
    answerVersion(c, await keepSentence(c, c.req.valid('param'), null)),
  )
  .openapi({ ...contract.putClientRecording, middleware: [...mayChange, uptoMost] }, async (c) => {
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const { seconds, text } = c.req.valid('query')
    const recorded = orProblem(recordingIn(bytes, { seconds, readFrom: text }))
    return answerVersion(c, await keepSound(c, c.req.valid('param'), recorded))
  })
  .openapi({ ...contract.removeClientRecording, middleware: mayChange }, async (c) =>
    answerVersion(c, await keepSound(c, c.req.valid('param'), null)),
  )
  // A removed voice must not live on for long in browsers: they may keep it for a day, not for ever.
  .openapi({ ...contract.playClientRecording, middleware: [...mayRead, etag()] }, async (c) => {
    const asked = c.req.valid('param')
    const { db } = c.var.services
    const sound = orProblem(await asActor(db, actorOf(c.var.signedIn), (tx) => readRecording(tx, asked)))
    c.header('cache-control', 'private, max-age=86400, immutable')
    c.header('etag', `"${asked.checksum}"`)
    return c.body(Uint8Array.from(sound.bytes), 200, { 'content-type': sound.mediaType })
  })

type Place<Part extends 'key' | 'part'> = Readonly<Record<Part, string>> & {
  readonly language: (typeof clientLanguages)[number]
}

function keepSentence(c: Context<RequestEnv>, place: Place<'key'>, words: string | null) {
  if (!isSentence(place.key)) return refuse('not_found')
  const wrong = words === null ? undefined : refuseWords(place.key, words)
  if (wrong) return wrong
  const change = { ...place, words, version: readVersion(c), now: c.var.services.now() }
  const actor = actorOf(c.var.signedIn)
  return asActor(c.var.services.db, actor, async (tx) => {
    const source = words === null ? null : dutchBeside(place, words, await readCityWords(tx))
    return keepOwnSentence(tx, actor, { ...change, source })
  })
}

/** Dutch stands beside nothing but itself. */
const dutchBeside = (
  { language, key }: Place<'key'>,
  words: string,
  { sentences }: Awaited<ReturnType<typeof readCityWords>>,
): string => (language === 'nl' ? words : dutchSentence(key, sentences))

function keepSound(c: Context<RequestEnv>, place: Place<'part'>, recorded: Recorded | null) {
  if (!recordableParts.includes(place.part)) return refuse('not_found')
  const change = { ...place, recorded, version: readVersion(c), now: c.var.services.now() }
  const actor = actorOf(c.var.signedIn)
  return asActor(c.var.services.db, actor, (tx) => keepRecording(tx, actor, change))
}

/** Refuses what does not begin as a recording of a browser does (`recording_unknown`). */
function recordingIn(
  bytes: Uint8Array,
  read: { readonly seconds: number; readonly readFrom: string },
): Recorded | Refusal {
  const mediaType = recordingTypeOf(bytes)
  if (!mediaType) return refuse('recording_unknown')
  return { ...read, bytes, mediaType, checksum: createHash('sha256').update(bytes).digest('hex') }
}

function answerVersion(c: Context<RequestEnv>, kept: number | Refusal) {
  const version = orProblem(kept)
  c.header('etag', etagOf(version))
  return c.json({ version }, 200)
}
