import { ArrowClockwiseIcon } from '@phosphor-icons/react/dist/csr/ArrowClockwise'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import './state.css'

interface EmptyStateProps {
  /** h1 where nothing else heads the page. */
  readonly level?: 'h1' | 'h2'
  readonly title: string
  readonly icon: ReactNode
  readonly children: ReactNode
}

/** Nothing is here: why, and what to do now. */
export const EmptyState = ({ level: Heading = 'h2', title, icon, children }: EmptyStateProps) => (
  <section className="state">
    {icon}
    <Heading>{title}</Heading>
    {children}
  </section>
)

/** It says so in words, after a moment: what comes at once needs no announcement. */
export const LoadingState = ({ sentence }: { sentence: string }) => (
  <div className="state state-loading" role="status">
    <span className="state-bar" aria-hidden />
    <p>{sentence}</p>
  </div>
)

interface ErrorStateProps {
  readonly word: string
  readonly sentence: string
  readonly retryLabel: string
  readonly onRetry: () => void
}

export const ErrorState = ({ word, sentence, retryLabel, onRetry }: ErrorStateProps) => (
  <div className="state-error">
    <Notice kind="error" word={word}>
      <p>{sentence}</p>
    </Notice>
    <Button onPress={onRetry} icon={<ArrowClockwiseIcon aria-hidden />}>
      {retryLabel}
    </Button>
  </div>
)
