import { Agent, get, type IncomingMessage } from 'node:http'

export interface Timing {
  readonly p50: number
  readonly p99: number
  /** Answers per second. */
  readonly rate: number
}

/** Asks the same address `count` times, `together` at a time, over kept connections; milliseconds. */
export async function measure(
  url: string,
  cookie: string,
  { count, together }: { count: number; together: number },
): Promise<Timing> {
  const agent = new Agent({ keepAlive: true, maxSockets: together })
  await ask(url, cookie, agent)
  const times: number[] = []
  let left = count
  const began = performance.now()
  const worker = async () => {
    while (left-- > 0) {
      const start = performance.now()
      await ask(url, cookie, agent)
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

const ask = (url: string, cookie: string, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (answer: IncomingMessage) => {
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`))
      answer.resume().on('end', resolve).on('error', reject)
    }).on('error', reject)
  })
