import { memoryOf, type Started } from './process.ts'

export interface Transfer {
  readonly seconds: number
  readonly bytes: number
  /** The most memory that the process took above what it had before, in MiB. */
  readonly extraMemory: number
}

/** One long answer, read as it comes. */
export async function measureTransfer(
  { child }: Started,
  url: string,
  init: { readonly method: string; readonly headers?: Record<string, string>; readonly body?: string },
): Promise<Transfer> {
  const watch = watchMemory([child.pid ?? 0])
  const began = performance.now()
  const answer = await fetch(url, init)
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status} ${await answer.text()}`)
  let bytes = 0
  for await (const chunk of answer.body ?? []) bytes += chunk.length
  return { seconds: (performance.now() - began) / 1000, bytes, extraMemory: watch.stop() }
}

const everyMs = 50

/** Looks at the memory of these processes while something runs. */
export function watchMemory(pids: readonly number[]) {
  const before = memoryOf(pids)
  let most = before
  const look = () => {
    most = Math.max(most, memoryOf(pids))
  }
  const timer = setInterval(look, everyMs)
  return {
    stop: () => {
      clearInterval(timer)
      look()
      return most - before
    },
  }
}
