import { type ReactNode, useLayoutEffect, useRef } from 'react'
import './form-bar.css'

/** What is done with a form stays in sight below it, and the page knows how much of its foot that takes. */
export const FormBar = ({ children }: { children: ReactNode }) => {
  const bar = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current: element } = bar
    if (!element) return
    const { style } = document.documentElement
    const observer = new ResizeObserver(() => style.setProperty('--bar-height', `${element.offsetHeight}px`))
    observer.observe(element)
    return () => {
      observer.disconnect()
      style.removeProperty('--bar-height')
    }
  }, [])
  return (
    <div ref={bar} className="form-bar">
      {children}
    </div>
  )
}
