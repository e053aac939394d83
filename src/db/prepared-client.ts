import pg from 'pg'

const mostParameters = 24
const mostNames = 400
const names = new Map<string, string>()

/**
 * Prepares each query once per connection: under a policy, planning a small query takes longer than running it
 * (docs/performance.md). Only questions of a fixed form are named; a list of values of any length is not.
 */
export const preparedClient: typeof pg.Client = class extends pg.Client {
  // because: pg declares nine overloads of query; every one arrives here as it was called
  override query = ((first: unknown, values?: unknown, ...rest: unknown[]) => {
    const name = typeof first === 'string' && Array.isArray(values) ? nameOf(first, values.length) : undefined
    const [asked, given] = name ? [{ name, text: first, values }, []] : [first, [values, ...rest]]
    // What is asked in one breath goes out in one piece.
    const { stream } = this.connection
    stream.cork()
    process.nextTick(() => stream.uncork())
    return Reflect.apply(super.query, this, [asked, ...given])
  }) as pg.Client['query']
}

function nameOf(text: string, parameters: number): string | undefined {
  if (parameters > mostParameters || !/^\s*(select|with)\b/.test(text)) return undefined
  const known = names.get(text)
  if (known || names.size >= mostNames) return known
  const name = `q${names.size}`
  names.set(text, name)
  return name
}
