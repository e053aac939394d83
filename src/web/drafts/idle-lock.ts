import { recall, remember } from '../browser-memory.ts'
import { setLocked } from '../pins-here.ts'

const idle = 5 * 60_000
/** No more is remembered of a hand that goes on. */
const finest = 1000

/** Nobody touched this browser for five minutes, in none of its tabs: the next one gives their code first. Answers how to stop watching. */
export function watchIdle(): () => void {
  let touchedHere = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const touch = () => {
    const now = Date.now()
    if (Math.abs(now - touchedHere) < finest) return
    touchedHere = now
    remember('touched', String(now))
  }
  const look = () => {
    const ago = Date.now() - Math.max(touchedHere, Number(recall('touched') ?? 0))
    // A clock that was set back says nothing of how long it is ago.
    if (ago < 0 || ago >= idle) setLocked(true)
    else timer = setTimeout(look, idle - ago)
  }
  const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const
  for (const sign of signs) addEventListener(sign, touch, { capture: true, passive: true })
  touch()
  look()
  return () => {
    clearTimeout(timer)
    for (const sign of signs) removeEventListener(sign, touch, { capture: true })
  }
}
