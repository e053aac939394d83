import { InfoIcon } from '@phosphor-icons/react/dist/csr/Info'
import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning'
import { WarningCircleIcon } from '@phosphor-icons/react/dist/csr/WarningCircle'
import type { ReactNode } from 'react'
import './notice.css'

const icons = { info: InfoIcon, signal: WarningIcon, error: WarningCircleIcon }

interface NoticeProps {
  readonly kind: keyof typeof icons
  /** One word that says what the colour says. */
  readonly word: string
  readonly children: ReactNode
}

/** In a long dialog whoever pressed a button at its end sees what went wrong at its beginning. */
const comeInSight = (notice: HTMLElement | null) => {
  if (notice?.closest('dialog')) notice.scrollIntoView({ block: 'nearest' })
}

/** Colour, icon and word say the same thing. An error is read out at once. */
export const Notice = ({ kind, word, children }: NoticeProps) => {
  const Icon = icons[kind]
  return (
    <div
      className={`notice notice-${kind}`}
      role={kind === 'error' ? 'alert' : undefined}
      ref={kind === 'error' ? comeInSight : undefined}
    >
      <Icon aria-hidden size={24} />
      <div>
        <strong className="notice-word">{word}</strong>
        {children}
      </div>
    </div>
  )
}
