import { useEffect, useRef } from 'react'

/** Whoever asked for more goes on at the first that came, once it stands there. */
export function useGoOn(rows: number): () => void {
  const from = useRef<number>(undefined)
  useEffect(() => {
    const place = from.current
    from.current = undefined
    if (place === undefined || rows <= place) return
    document.querySelectorAll<HTMLElement>('[data-request]')[place]?.focus({ preventScroll: true })
  }, [rows])
  return () => {
    from.current = rows
  }
}
