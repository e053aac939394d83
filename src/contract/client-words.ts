import { createRoute, z } from '@hono/zod-openapi'
import { checksum, clientLanguage, ownWords, sentenceKey } from '../domain/client/client-words.ts'
import { mostRecordingSeconds, recordingTypes } from '../domain/client/recording-rule.ts'
import { jsonBody } from './making.ts'
import { ifMatch, problems, writeProblems } from './problem.ts'

const content = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } })
const version = z.int().describe('0 = there never was any; what If-Match asks for')

const sentence = z
  .object({
    key: z.string(),
    dutch: z.string().describe('The Dutch sentence that counts here'),
    product: z.string().nullable().describe('What Brugwijzer itself says in this language'),
    own: z.string().nullable().describe('What the city wrote in this language'),
    words: z.string().describe('What is shown'),
    shownIn: clientLanguage.describe('The language itself, or the nearest one in which anybody wrote it'),
    isStale: z.boolean().describe('The Dutch has changed since this was written'),
    writtenAt: z.iso.datetime().nullable(),
    version,
  })
  .openapi('ClientSentence')
export type ClientSentence = z.infer<typeof sentence>

const recording = z
  .object({
    checksum,
    mediaType: z.enum(recordingTypes),
    seconds: z.int(),
    madeAt: z.iso.datetime(),
    isStale: z.boolean().describe('The words have changed since they were read'),
  })
  .openapi('ClientRecording')
export type ClientRecording = z.infer<typeof recording>

const part = z
  .object({
    part: z.string().describe('`first`: the first words; `themes.…`: the word for a theme'),
    text: checksum.describe('Of the words as they are shown now'),
    recording: recording.nullable(),
    version,
  })
  .openapi('ClientTextPart')
export type ClientTextPart = z.infer<typeof part>

const words = z
  .object({ language: clientLanguage, sentences: z.array(sentence), parts: z.array(part) })
  .openapi('ClientWords')
export type ClientWords = z.infer<typeof words>

export const listClientLanguages = createRoute({
  method: 'get',
  path: '/api/v1/client-words',
  summary:
    'The languages in which people at the desk are spoken to, and how far each is written and read aloud',
  responses: {
    200: {
      description: 'The languages, Dutch first',
      content: content(
        z.object({
          items: z.array(
            z.object({
              language: clientLanguage,
              sentences: z.int(),
              written: z.int().describe('Of those, in this language itself'),
              stale: z.int(),
              recordings: z.int(),
              cardIn: clientLanguage.describe('In which a card for this language is printed'),
            }),
          ),
        }),
      ),
    },
    ...problems,
  },
})

const ofLanguage = z.object({ language: clientLanguage })

export const readClientWords = createRoute({
  method: 'get',
  path: '/api/v1/client-words/{language}',
  summary: 'What is said in a language: by the city, else by Brugwijzer, else in the nearest language',
  request: { params: ofLanguage },
  responses: {
    200: { description: 'Every sentence, and what of it is read aloud', content: content(words) },
    ...problems,
  },
})

const ofSentence = {
  path: '/api/v1/client-words/{language}/sentences/{key}',
  responses: {
    200: {
      description: 'The version that it has now; the ETag says the same',
      headers: z.object({ etag: z.string() }),
      content: content(z.object({ version: z.int() })),
    },
    ...writeProblems,
  },
} as const
const sentenceParams = ofLanguage.extend({ key: sentenceKey })

export const putClientSentence = createRoute({
  ...ofSentence,
  method: 'put',
  summary:
    'Say a sentence in the city’s own words, beside the Dutch that holds now (coordinator, administrator)',
  request: { params: sentenceParams, headers: ifMatch, body: jsonBody(z.strictObject({ words: ownWords })) },
})

export const restoreClientSentence = createRoute({
  ...ofSentence,
  method: 'delete',
  summary: 'Back to what Brugwijzer says (coordinator, administrator)',
  request: { params: sentenceParams, headers: ifMatch },
})

const partParams = ofLanguage.extend({ part: sentenceKey })
const binary = z.string().openapi({ format: 'binary' })

export const putClientRecording = createRoute({
  method: 'put',
  path: '/api/v1/client-words/{language}/recordings/{part}',
  summary: 'How it is read aloud: WebM, Ogg or MP4, at most 2 MiB, as the body (coordinator, administrator)',
  request: {
    params: partParams,
    headers: ifMatch,
    query: z.strictObject({
      seconds: z.coerce.number().int().min(1).max(mostRecordingSeconds).openapi({ type: 'integer' }),
      text: checksum.describe('Of the words that were read'),
    }),
    body: { required: true, content: { 'application/octet-stream': { schema: binary } } },
  },
  responses: ofSentence.responses,
})

export const removeClientRecording = createRoute({
  method: 'delete',
  path: '/api/v1/client-words/{language}/recordings/{part}',
  summary: 'Remove a recording; nothing of it stays (coordinator, administrator)',
  request: { params: partParams, headers: ifMatch },
  responses: ofSentence.responses,
})

export const playClientRecording = createRoute({
  method: 'get',
  path: '/api/v1/client-words/{language}/recordings/{part}/{checksum}',
  summary: 'The recording itself; a browser may keep it for a day',
  request: { params: partParams.extend({ checksum }) },
  responses: {
    200: {
      description: 'The sound',
      headers: z.object({ etag: z.string() }),
      content: {
        'audio/webm': { schema: binary },
        'audio/ogg': { schema: binary },
        'audio/mp4': { schema: binary },
      },
    },
    ...problems,
  },
})
