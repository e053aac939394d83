import { useEffect, useRef } from 'react'

/**
 * Calls when the marked element comes near the window, a screen ahead; again each time it comes back. Not while the
 * keyboard goes through what is above it or stands on it: whoever tabs would never reach its end, nor come back to it.
 */
export function useNearEnd(isOn: boolean, onNear: () => void) {
  const mark = useRef<HTMLDivElement>(null)
  const near = useRef(onNear)
  useEffect(() => {
    near.current = onNear
  })
  useEffect(() => {
    if (!isOn || !mark.current) return
    const observer = new IntersectionObserver(
      ([seen]) => {
        if (seen?.isIntersecting && !isWalking(mark.current)) near.current()
      },
      { rootMargin: '0px 0px 100% 0px' },
    )
    observer.observe(mark.current)
    return () => observer.disconnect()
  }, [isOn])
  return mark
}

const isWalking = (mark: HTMLElement | null) =>
  [mark?.previousElementSibling, mark].some((part) => part?.querySelector(':focus-visible'))
