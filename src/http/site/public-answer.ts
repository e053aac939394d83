import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context } from 'hono'

/** An answer that is the same for everybody, in the forms in which it may travel. */
interface PublicAnswer {
  readonly etag: string
  readonly bodies: { readonly br: Uint8Array; readonly gzip: Uint8Array; readonly identity: Uint8Array }
}

const mostKept = 100
const kept = new Map<string, Promise<PublicAnswer>>()

/**
 * Answers with what `make` makes of what `key` says whole: the same key, the same bytes. What was made lately is made
 * only once; who has it already hears that it is still so.
 */
export async function answerEverybody(
  c: Context,
  type: string,
  key: string,
  make: () => Promise<string | Uint8Array>,
): Promise<Response> {
  const { etag, bodies } = await keep(`${type} ${key}`, make)
  c.header('etag', etag)
  c.header('vary', 'accept-encoding')
  // Kept by whoever wants, and asked for again each time: a report may be withdrawn any moment.
  c.header('cache-control', 'public, no-cache')
  if (namesTag(c.req.header('if-none-match'), etag)) return c.body(null, 304)
  const encoding = encodingFor(c.req.header('accept-encoding'))
  if (encoding !== 'identity') c.header('content-encoding', encoding)
  c.header('content-type', type)
  return c.body(Uint8Array.from(bodies[encoding]))
}

function keep(key: string, make: () => Promise<string | Uint8Array>): Promise<PublicAnswer> {
  const ready = kept.get(key) ?? prepare(make)
  kept.delete(key)
  kept.set(key, ready)
  // What failed is tried again at the next question.
  ready.catch(() => kept.delete(key))
  const [oldest] = kept.size > mostKept ? kept.keys() : []
  if (oldest !== undefined) kept.delete(oldest)
  return ready
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

async function prepare(make: () => Promise<string | Uint8Array>): Promise<PublicAnswer> {
  const identity = Buffer.from(await make())
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6 }
  const [br, gzip] = await Promise.all([brotli(identity, { params }), zip(identity)])
  const digest = createHash('sha256').update(identity).digest('base64url').slice(0, 22)
  // Weak: one for all forms in which it travels.
  return { etag: `W/"${digest}"`, bodies: { br, gzip, identity } }
}

const namesTag = (header = '', etag: string): boolean =>
  header.split(',').some((tag) => tag.trim().replace(/^(?!W\/)/, 'W/') === etag)

/** The first of ours that is accepted; what is refused by name (`br;q=0`) is not. */
function encodingFor(header = ''): keyof PublicAnswer['bodies'] {
  const accepted = header
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim())
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') ? 'gzip' : 'identity'
}
