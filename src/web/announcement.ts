import { useSyncExternalStore } from 'react'

/** What just happened, and for a few seconds the way back. */
export interface Announcement {
  readonly sentence: string
  readonly undo?: () => Promise<unknown>
}

let current: (Announcement & { readonly turn: number }) | undefined
let turn = 0
const listeners = new Set<() => void>()

/** Says it at the foot of the page, in place of what was said before. */
export function announce(announcement: Announcement | undefined): void {
  current = announcement && { ...announcement, turn: ++turn }
  for (const listener of listeners) listener()
}

/** `turn` tells one announcement from the next, also when they say the same. */
export const useAnnouncement = () => useSyncExternalStore(subscribe, () => current)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
