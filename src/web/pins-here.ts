import { useSyncExternalStore } from 'react'
import { recall, remember } from './browser-memory.ts'

// Whose code this device knows, and whether somebody has to give it first. What it opens is in the store of drafts.

const listeners = new Set<() => void>()
const watch = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const membersIn = (list: 'pins' | 'wiped'): readonly string[] =>
  recall(list)?.split(' ').filter(Boolean) ?? []
const pinsHere = () => membersIn('pins')
export const hasPinHere = (memberId: string): boolean => pinsHere().includes(memberId)
export const hasPinsHere = (): boolean => pinsHere().length > 0

/** Several people come back here by a code. */
export const isSharedDevice = (): boolean => pinsHere().length > 1

export const usePinHere = (memberId: string | undefined): boolean =>
  useSyncExternalStore(watch, () => memberId !== undefined && hasPinHere(memberId))

function tell(): void {
  for (const listener of listeners) listener()
}
// Another tab learnt a code, locked or went on: so does this one.
addEventListener('storage', tell)

function keep(memberIds: readonly string[]): void {
  remember('pins', memberIds.join(' ') || undefined)
  tell()
}
export function rememberPinHere(memberId: string): void {
  keep([...new Set([...pinsHere(), memberId])])
  touch()
}
export const forgetPinHere = (memberId: string): void => keep(pinsHere().filter((one) => one !== memberId))

/** After ten wrong codes: until the session that this browser may still have of them is over, nothing opens in their name. */
export const demandSignIn = (memberId: string): void =>
  remember('wiped', [...membersIn('wiped'), memberId].join(' '))
export const mustSignIn = (memberId: string): boolean => membersIn('wiped').includes(memberId)
export const mustSomebodySignIn = (): boolean => membersIn('wiped').length > 0
export const forgetDemands = (): void => remember('wiped', undefined)

/** Something for whoever sits at the desk lies over the lock. */
let isCovered = false

/** It stays locked when it is loaded anew. */
export const useLocked = (): boolean =>
  useSyncExternalStore(watch, () => recall('locked') !== undefined && !isCovered)

export function setLocked(isLocked: boolean): void {
  if (!isLocked) touch()
  remember('locked', isLocked ? 'yes' : undefined)
  tell()
}

/** After so many milliseconds without a hand on any page of this browser the next one gives their code first. */
export const longestAlone = 5 * 60_000

/** Where nobody has a code nothing is remembered of it: a device that was wiped stays empty. */
export function touch(): void {
  if (hasPinsHere()) remember('touched', String(Date.now()))
}

/** Milliseconds since a hand was last on a page of this browser; none where it does not remember. */
export function aloneFor(): number {
  const now = Date.now()
  // Whichever way: of a clock that was set back far nobody knows how long it is ago.
  return Math.abs(now - Number(recall('touched') ?? now))
}

/** Locks what lies behind something that is shown to somebody else. Answers how to let the lock show: whatever was opened in another tab meanwhile. */
export function lockBehind(): () => void {
  isCovered = true
  setLocked(true)
  return () => {
    isCovered = false
    setLocked(true)
  }
}
