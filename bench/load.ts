import { Agent, type IncomingMessage, request } from 'node:http'

export interface Timing {
  readonly p50: number
  readonly p99: number
  /** Answers per second. */
  readonly rate: number
}

interface Load {
  readonly count: number
  readonly together: number
}

/** Asks the same address `count` times, `together` at a time, over kept connections; milliseconds. */
export const measure = (url: string, cookie: string, load: Load): Promise<Timing> =>
  timeOf(load, (agent) => ask(url, { agent, headers: { cookie } }))

/** Posts as many different things to the same address. */
export const measureWrites = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: () => object,
  load: Load,
): Promise<Timing> =>
  timeOf(load, (agent) => {
    const text = JSON.stringify(body())
    const sent = { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
    return ask(url, { agent, method: 'POST', headers: sent }, text)
  })

async function timeOf({ count, together }: Load, once: (agent: Agent) => Promise<void>): Promise<Timing> {
  const agent = new Agent({ keepAlive: true, maxSockets: together })
  await once(agent)
  const times: number[] = []
  let left = count
  const began = performance.now()
  const worker = async () => {
    while (left-- > 0) {
      const start = performance.now()
      await once(agent)
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: together }, worker))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99), rate: count / seconds }
}

const ask = (url: string, options: Parameters<typeof request>[1], body = ''): Promise<void> =>
  new Promise((resolve, reject) => {
    request(url, options, (answer: IncomingMessage) => {
      if (answer.statusCode !== 200 && answer.statusCode !== 201)
        reject(new Error(`${url} answered ${answer.statusCode}`))
      answer.resume().on('end', resolve).on('error', reject)
    })
      .on('error', reject)
      .end(body)
  })
