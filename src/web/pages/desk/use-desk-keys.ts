import { useEffect, useRef } from 'react'

/** Ctrl+Enter saves from anywhere; F2 hides what the person at the desk should not see. */
export function useDeskKeys(on: { readonly save: () => void; readonly hide: () => void }): void {
  const latest = useRef(on)
  latest.current = on
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]')) return
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) latest.current.save()
      else if (event.key === 'F2') latest.current.hide()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

/** From the group that was answered to the next one in sight. */
export function goToNext(form: HTMLElement | null): void {
  // What was chosen may bring a group of its own: it is there after this turn.
  requestAnimationFrame(() => {
    const groups = [...(form?.querySelectorAll<HTMLElement>('.chips') ?? [])].filter(
      (group) => group.offsetParent !== null,
    )
    const at = groups.findIndex((group) => group.contains(document.activeElement))
    groups[at + 1]?.querySelector<HTMLElement>('input')?.focus()
  })
}
