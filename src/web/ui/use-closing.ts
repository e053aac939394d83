import { useEffect, useRef } from 'react'

/** The frame of what opens over a page: Escape, a press elsewhere or leaving it with the keyboard closes it. */
export function useClosing(close: () => void) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const isInside = (target: EventTarget | null) => target instanceof Node && frame.current?.contains(target)
    const onElsewhere = ({ target }: Event) => {
      if (!isInside(target)) close()
    }
    const onKey = ({ key, target }: KeyboardEvent) => {
      if (key !== 'Escape') return
      if (isInside(target)) frame.current?.querySelector('button')?.focus()
      close()
    }
    // A press on words inside gives the focus to the nearest frame around that takes it: that is not leaving.
    const onFocus = (event: FocusEvent) => {
      if (!(event.target instanceof Node && event.target.contains(frame.current))) onElsewhere(event)
    }
    document.addEventListener('pointerdown', onElsewhere)
    document.addEventListener('focusin', onFocus)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onElsewhere)
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('keydown', onKey)
    }
  }, [close])
  return frame
}
