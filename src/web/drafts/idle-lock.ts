import { setLocked } from '../pins-here.ts'

const idle = 5 * 60_000

/** Nobody touched this page for five minutes: the next one gives their code first. Answers how to stop watching. */
export function watchIdle(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const start = () => {
    clearTimeout(timer)
    timer = setTimeout(() => setLocked(true), idle)
  }
  const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const
  for (const sign of signs) addEventListener(sign, start, { capture: true, passive: true })
  start()
  return () => {
    clearTimeout(timer)
    for (const sign of signs) removeEventListener(sign, start, { capture: true })
  }
}
