import { aloneFor, longestAlone, setLocked, touch } from '../pins-here.ts'

/** No more is remembered of a hand that goes on, in milliseconds. */
const finest = 1000

/** Locks once nobody has touched this browser for too long, in none of its tabs. Answers how to stop watching. */
export function watchIdle(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const sign = () => {
    if (aloneFor() >= finest) touch()
  }
  const look = () => {
    const left = longestAlone - aloneFor()
    if (left <= 0) setLocked(true)
    else timer = setTimeout(look, left)
  }
  const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const
  for (const kind of signs) addEventListener(kind, sign, { capture: true, passive: true })
  look()
  return () => {
    clearTimeout(timer)
    for (const kind of signs) removeEventListener(kind, sign, { capture: true })
  }
}
