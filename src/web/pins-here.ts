import { useSyncExternalStore } from 'react'
import { recall, remember } from './browser-memory.ts'

// Whose code this device knows, and whether somebody has to give it first. What it opens is in the store of drafts.

const listeners = new Set<() => void>()
const watch = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const pinsHere = (): readonly string[] => recall('pins')?.split(' ').filter(Boolean) ?? []
export const hasPinHere = (memberId: string): boolean => pinsHere().includes(memberId)
export const hasPinsHere = (): boolean => pinsHere().length > 0

/** Several people come back here by a code. */
export const isSharedDevice = (): boolean => pinsHere().length > 1

export const usePinHere = (memberId: string | undefined): boolean =>
  useSyncExternalStore(watch, () => memberId !== undefined && hasPinHere(memberId))

function tell(): void {
  for (const listener of listeners) listener()
}

function keep(memberIds: readonly string[]): void {
  remember('pins', memberIds.join(' ') || undefined)
  tell()
}
export const rememberPinHere = (memberId: string): void => keep([...new Set([...pinsHere(), memberId])])
export const forgetPinHere = (memberId: string): void => keep(pinsHere().filter((one) => one !== memberId))

/** It stays locked when it is loaded anew. */
export const useLocked = (): boolean => useSyncExternalStore(watch, () => recall('locked') !== undefined)

export function setLocked(isLocked: boolean): void {
  remember('locked', isLocked ? 'yes' : undefined)
  tell()
}
