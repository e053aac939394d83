/** Work that goes on after the answer, or that nobody asked for. A server that closes lets it come to a good end. */
export interface BackgroundWork {
  /** `signal`: the server closes; what can wait for the next start should. */
  readonly begin: (work: (signal: AbortSignal) => Promise<void>) => void
  readonly close: () => Promise<void>
}

export function openBackgroundWork(onFailure: (error: Error) => void): BackgroundWork {
  const running = new Set<Promise<void>>()
  const closing = new AbortController()
  return {
    begin: (work) => {
      if (closing.signal.aborted) return
      const done = work(closing.signal)
        .catch(onFailure)
        .finally(() => running.delete(done))
      running.add(done)
    },
    close: async () => {
      closing.abort()
      await Promise.all(running)
    },
  }
}
