import { fork } from 'node:child_process'
import type { ReportSource } from '../../documents/format/report-source.ts'
import type { ReportWorks, Task, TaskAnswer, WorkKind } from './report-works.ts'

/**
 * A file or the pages of a report, made in a process of its own, so that the server answers everybody else meanwhile. It
 * stays for the next report, which then need not load everything again, and ends when nobody asks. Not a thread: when one
 * ends, a hundred megabytes of typesetter, pictures and compiled code stay with the server (measured).
 */
export async function makeInProcess<Kind extends WorkKind>(
  kind: Kind,
  asked: ReportWorks[Kind]['asked'],
): Promise<ReportWorks[Kind]['made']> {
  maker ??= openMaker()
  // because: file-maker.ts answers each kind of task with what ReportWorks says
  return maker.make(kind, asked) as Promise<ReportWorks[Kind]['made']>
}

/**
 * Whoever opens the reports may ask for one as a file, and the first that a process makes takes longest: one that has made
 * this report stands ready. What goes wrong with it, whoever asks for a file hears.
 */
export function standReady(source: ReportSource): void {
  if (!maker) makeInProcess('file', source).catch(() => {})
}

interface FileMaker {
  readonly make: (kind: WorkKind, asked: Task['asked']) => Promise<unknown>
}

let maker: FileMaker | undefined

/** Long enough to read a page and choose a file. */
const stayMs = 300_000
const limits = ['--max-semi-space-size=4', '--max-old-space-size=192']

function openMaker(): FileMaker {
  const child = fork(new URL('./file-maker.ts', import.meta.url), {
    // Uint8Arrays and errors arrive as what they are.
    ...{ serialization: 'advanced', execArgv: limits },
  })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let lastId = 0
  let timer: NodeJS.Timeout | undefined
  const opened: FileMaker = {
    make: (kind, asked) => {
      clearTimeout(timer)
      child.ref()
      child.channel?.ref()
      const task: Task = { id: ++lastId, kind, asked }
      const answer = Promise.withResolvers<unknown>()
      waiting.set(task.id, answer)
      child.send(task)
      return answer.promise
    },
  }
  const forget = () => {
    if (maker === opened) maker = undefined
  }
  child.on('message', (answer: TaskAnswer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('error' in answer) asked?.reject(answer.error)
    else asked?.resolve(answer.made)
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
