import { childrenOf, memoryOf, type Started } from './process.ts'

export interface Transfer {
  readonly seconds: number
  readonly bytes: number
  /** The most memory that the process took above what it had before, in MiB. */
  readonly extraMemory: number
  /** The most memory of the processes that it started, in MiB. */
  readonly childMemory: number
}

/** One long answer, read as it comes. */
export async function measureTransfer(
  { child }: Started,
  url: string,
  init: { readonly method: string; readonly headers?: Record<string, string>; readonly body?: string },
): Promise<Transfer> {
  const pid = child.pid ?? 0
  const watch = watchMemory(() => [pid])
  const watchChildren = watchMemory(() => childrenOf(pid))
  const began = performance.now()
  const answer = await fetch(url, init)
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status} ${await answer.text()}`)
  let bytes = 0
  for await (const chunk of answer.body ?? []) bytes += chunk.length
  return {
    seconds: (performance.now() - began) / 1000,
    bytes,
    extraMemory: watch.stop().extra,
    childMemory: watchChildren.stop().most,
  }
}

const everyMs = 50

/** Looks at the memory of the processes that there are, while something runs. */
export function watchMemory(find: () => readonly number[]) {
  const before = memoryOf(find())
  let most = before
  const look = () => {
    most = Math.max(most, memoryOf(find()))
  }
  const timer = setInterval(look, everyMs)
  return {
    stop: () => {
      clearInterval(timer)
      look()
      return { most, extra: most - before }
    },
  }
}
