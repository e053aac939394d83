import { useSyncExternalStore } from 'react'
import { recall, remember } from './browser-memory.ts'

const system = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()
let chosen = recall('theme')

const isDark = (): boolean => (chosen ? chosen === 'dark' : system.matches)

/** Follows the system until somebody chooses otherwise; choosing what the system says is following it again. */
export const useDarkTheme = (): [boolean, (dark: boolean) => void] => [
  useSyncExternalStore(subscribe, isDark),
  chooseDark,
]

export function showTheme(): void {
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen
  else delete document.documentElement.dataset.theme
}

function chooseDark(dark: boolean): void {
  chosen = dark === system.matches ? undefined : dark ? 'dark' : 'light'
  remember('theme', chosen)
  showTheme()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  system.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    system.removeEventListener('change', listener)
  }
}
