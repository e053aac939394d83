import { useEffect, useRef } from 'react'
import { recall } from '../../browser-memory.ts'

/** The keys that work in the list while nobody is typing. */
export const rowKeys = { search: '/', next: 'j', previous: 'k', help: '?' } as const

/** Single keys can be put off: whoever speaks to the machine would press them without meaning to. */
export const areKeysOn = (): boolean => recall('keys') !== 'off'

/** j and k, or the arrows within the rows, go from row to row; Enter then opens one, as a link does. */
export function useRowKeys(onHelp: () => void) {
  const help = useRef(onHelp)
  useEffect(() => {
    help.current = onHelp
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isElsewhere(event)) return
      const action = actionOf(event, () => help.current())
      if (!action) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** Typing, choosing, a shortcut of the browser, or a dialog on top: those keys are not ours. */
function isElsewhere(event: KeyboardEvent): boolean {
  const { target, altKey, ctrlKey, metaKey, isComposing, defaultPrevented } = event
  if (altKey || ctrlKey || metaKey || isComposing || defaultPrevented) return true
  if (document.querySelector('dialog[open]')) return true
  return target instanceof Element && target.closest(takesKeys) !== null
}

const takesKeys = 'input, textarea, select, [contenteditable], [role=spinbutton], [role=radiogroup]'

function actionOf({ key, target }: KeyboardEvent, help: () => void): (() => void) | undefined {
  const isInRows = target instanceof Element && target.closest('[data-request]') !== null
  if (isInRows && key === 'ArrowDown') return () => step(1)
  if (isInRows && key === 'ArrowUp') return () => step(-1)
  if (!areKeysOn()) return undefined
  if (key === rowKeys.next) return () => step(1)
  if (key === rowKeys.previous) return () => step(-1)
  if (key === rowKeys.search) return () => document.querySelector<HTMLElement>('[data-search]')?.focus()
  return key === rowKeys.help ? help : undefined
}

function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-request]')]
  const at = rows.findIndex((row) => row.matches(':focus'))
  // From outside the rows, forward is to the first and back is nowhere.
  const row = rows[at < 0 ? (by > 0 ? 0 : -1) : at + by]
  // At the last row the next ones are fetched; the same key then goes on.
  if (!row && by > 0) document.querySelector<HTMLElement>('[data-more]')?.click()
  row?.focus()
  row?.scrollIntoView({ block: 'nearest' })
}
