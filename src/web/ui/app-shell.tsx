import type { ReactNode } from 'react'
import './app-shell.css'

interface AppShellProps {
  readonly skipLabel: string
  /** What everybody must know on every page, above all else. */
  readonly banner: ReactNode
  readonly brand: ReactNode
  readonly menu: ReactNode
  readonly language: ReactNode
  readonly tools: ReactNode
  readonly children: ReactNode
}

/** The frame of every page. The first stop of the keyboard is the way past the frame. */
export const AppShell = ({ skipLabel, banner, brand, menu, language, tools, children }: AppShellProps) => (
  <div className="shell">
    <a className="shell-skip" href="#content">
      {skipLabel}
    </a>
    {banner}
    <header className="shell-header">
      <div className="shell-bar">
        {brand}
        <div className="shell-menu">{menu}</div>
        <div className="shell-language">{language}</div>
        <div className="shell-tools">{tools}</div>
      </div>
    </header>
    <main id="content" className="shell-content" tabIndex={-1}>
      {children}
    </main>
  </div>
)
