import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** How often, of one request in one, something happens to it on the way. */
export interface Weather {
  /** It never arrives. */
  readonly dropped: number
  /** It arrives, and the answer does not. */
  readonly unanswered: number
  /** The sender is told that it failed, and later it arrives all the same: after what was sent since. */
  readonly stray: number
  /** It arrives twice. */
  readonly doubled: number
  /** It takes a while. */
  readonly late: number
}

export const calm: Weather = { dropped: 0, unanswered: 0, stray: 0, doubled: 0, late: 0 }
const longest = 120

/** A network between the browser and the server, on loopback: what is not `files` goes to `target`, if it arrives. */
export class BadNetwork {
  weather = calm
  target = ''
  readonly files = new Map<string, () => string>()
  readonly #random: () => number
  readonly #agent = new Agent({ keepAlive: true })
  readonly #strays = new Set<Promise<unknown>>()
  readonly #server = createServer((asked, answer) => void this.#carry(asked, answer))

  constructor(random: () => number) {
    this.#random = random
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const address = this.#server.address()
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  }

  /** When everything that was on its way has arrived or is lost. */
  async settle(): Promise<void> {
    while (this.#strays.size > 0) await Promise.allSettled(this.#strays)
  }

  async close(): Promise<void> {
    this.#agent.destroy()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #carry(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const file = this.files.get(asked.url ?? '')
    if (file) {
      const type = asked.url?.endsWith('.js') ? 'text/javascript' : 'text/html'
      return void answer.writeHead(200, { 'content-type': type }).end(file())
    }
    try {
      const body = Buffer.concat(await asked.toArray())
      await this.#deliver(asked, body, answer)
    } catch {
      // because: whoever asked, or the server, went away in the middle
      answer.destroy()
    }
  }

  async #deliver(asked: IncomingMessage, body: Buffer, answer: ServerResponse): Promise<void> {
    const { dropped, unanswered, stray, doubled, late } = this.weather
    const fate = this.#random()
    if (fate < dropped) return void answer.destroy()
    if (fate < dropped + stray) {
      answer.destroy()
      return this.#later(asked, body)
    }
    if (this.#random() < late) await wait(this.#random() * longest)
    if (this.#random() < doubled) this.#later(asked, body)
    const { status, headers, text } = await this.#forward(asked, body)
    if (fate < dropped + stray + unanswered) return void answer.destroy()
    answer.writeHead(status, headers).end(text)
  }

  #later(asked: IncomingMessage, body: Buffer): void {
    const arrives = wait(this.#random() * longest * 2).then(() => this.#forward(asked, body))
    this.#strays.add(arrives)
    arrives.catch(() => undefined).finally(() => this.#strays.delete(arrives))
  }

  #forward({ url, method, headers }: IncomingMessage, body: Buffer) {
    return new Promise<{ status: number; headers: IncomingMessage['headers']; text: Buffer }>(
      (resolve, reject) => {
        const { 'transfer-encoding': _, ...kept } = headers
        const to = new URL(url ?? '/', this.target)
        const carried = { method, agent: this.#agent, headers: { ...kept, 'content-length': body.length } }
        request(to, carried, async (answer) => {
          const text = Buffer.concat(await answer.toArray())
          resolve({ status: answer.statusCode ?? 502, headers: answer.headers, text })
        })
          .on('error', reject)
          .end(body)
      },
    )
  }
}
