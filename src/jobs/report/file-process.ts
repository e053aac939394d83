import { fork } from 'node:child_process'
import type { ReportSource } from '../../documents/format/report-source.ts'

export interface FileTask {
  readonly id: number
  readonly source: ReportSource
}

export type FileAnswer =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly error: Error }

/**
 * The bytes of a report, made in a process of its own, so that the server answers everybody else meanwhile. It stays for
 * the next report, which then need not load everything again, and ends when nobody asks. Not a thread: when one ends,
 * a hundred megabytes of typesetter, pictures and compiled code stay with the server (measured).
 */
export function fileInProcess(source: ReportSource): Promise<Uint8Array> {
  maker ??= openMaker()
  return maker.make(source)
}

interface FileMaker {
  readonly make: (source: ReportSource) => Promise<Uint8Array>
}

let maker: FileMaker | undefined

const stayMs = 60_000
const limits = ['--max-semi-space-size=4', '--max-old-space-size=192']

function openMaker(): FileMaker {
  const child = fork(new URL('./file-maker.ts', import.meta.url), {
    // Uint8Arrays and errors arrive as what they are.
    ...{ serialization: 'advanced', execArgv: limits },
  })
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array>>()
  let lastId = 0
  let timer: NodeJS.Timeout | undefined
  const opened: FileMaker = {
    make: (source) => {
      clearTimeout(timer)
      child.ref()
      child.channel?.ref()
      const task: FileTask = { id: ++lastId, source }
      const answer = Promise.withResolvers<Uint8Array>()
      waiting.set(task.id, answer)
      child.send(task)
      return answer.promise
    },
  }
  const forget = () => {
    if (maker === opened) maker = undefined
  }
  child.on('message', (answer: FileAnswer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('error' in answer) asked?.reject(answer.error)
    else asked?.resolve(answer.bytes)
    if (waiting.size > 0) return
    // Nobody waits for it: it keeps no server alive, and ends with it.
    child.unref()
    child.channel?.unref()
    timer = setTimeout(() => {
      forget()
      child.disconnect()
    }, stayMs).unref()
  })
  const end = (reason: Error) => {
    clearTimeout(timer)
    forget()
    for (const { reject } of waiting.values()) reject(reason)
    waiting.clear()
  }
  child.once('error', end)
  child.once('exit', () => end(new Error('the process that makes reports ended without an answer')))
  return opened
}
