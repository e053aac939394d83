import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

let opened: string | undefined

export function noteOpened(id: string): void {
  opened = id
}

/** Gives the keyboard back to the row that was opened, once: whoever comes back goes on where they were. */
export function useReturnToOpened(): void {
  const router = useRouter()
  useEffect(() => {
    // While the page is still opening, the shell gives the keyboard to its beginning; the row comes after that.
    if (router.state.status === 'idle') returnToOpened()
    return router.subscribe('onResolved', returnToOpened)
  }, [router])
}

function returnToOpened(): void {
  const row = opened && document.querySelector<HTMLElement>(`[data-request="${opened}"]`)
  if (!row) return
  row.focus({ preventScroll: true })
  // After a step back it is in sight already; after a link to the list it is not.
  row.scrollIntoView({ block: 'nearest' })
  opened = undefined
}
