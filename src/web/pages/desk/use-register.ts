import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { SentVisit } from '../../../domain/visit/visit.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf, sayFailure } from '../../api.ts'
import { type Author, keepNoted } from '../../outbox/outbox.ts'
import { useOutbox } from '../../outbox/outbox-state.ts'
import { canSeal } from '../../outbox/seal.ts'
import { takeBack } from '../../outbox/take-back.ts'
import { useSending } from '../../outbox/use-sending.ts'
import { useText } from '../../use-text.ts'
import type { VisitDraft } from './visit-draft.ts'

/** A visit that was saved: the next one may be of the same person, and whoever slipped takes it back. */
export interface Saved {
  readonly draft: VisitDraft
  readonly visit: SentVisit
  readonly at: Date
}

/** How visits leave this page while the guide goes on with the next. */
export interface Register {
  readonly last: Saved | undefined
  /** Resolves when it is on this device. */
  readonly save: (saved: Saved) => Promise<unknown>
  /** Sends what waits, now. */
  readonly send: () => Promise<void>
  /** What was saved is on its way to this device or back, or was saved a moment ago: whoever slipped may take it back. */
  readonly isOpen: boolean
  /** Takes what was saved last out of the outbox or the databank again, back into the form. */
  readonly undo: () => void
}

/** How long the way back is sure to be there, in milliseconds. */
const undoTime = 10_000

export function useRegister(author: Author, onDraft: (draft: VisitDraft) => void): Register {
  const { t } = useText('desk')
  const queries = useQueryClient()
  const [last, setLast] = useState<Saved>()
  const [isMoving, setMoving] = useState(false)
  const [isFresh, setFresh] = useState(false)
  const { refused } = useOutbox()
  const isRefused = refused.some(({ id }) => id === last?.visit.id)
  // Then it was not saved, and comes back by another way.
  useEffect(() => {
    if (isRefused) setLast(undefined)
  }, [isRefused])
  useEffect(() => {
    setFresh(last !== undefined)
    const timer = setTimeout(() => setFresh(false), undoTime)
    return () => clearTimeout(timer)
  }, [last])
  const refresh = () =>
    Promise.all(['requests', 'visits'].map((of) => queries.invalidateQueries({ queryKey: [of] })))
  const send = useSending(author, () => void refresh())
  const failed = (draft: VisitDraft) => (error: unknown) => {
    setLast(undefined)
    onDraft(draft)
    announce({ sentence: sayFailure(error, t) })
  }
  const save = (saved: Saved) => {
    setLast(saved)
    setMoving(true)
    const kept: Promise<unknown> = canSeal()
      ? keepNoted(author, saved.visit.id, { kind: 'visit', visit: saved.visit })
      : sendAtOnce(saved.visit)
    kept
      .finally(() => setMoving(false))
      .then<unknown>(canSeal() ? send : refresh)
      .catch(failed(saved.draft))
    return kept
  }
  const undo = () => {
    if (!last) return
    setLast(undefined)
    setMoving(true)
    takeBack(author, last.visit, t('undoReason'))
      .then(() => onDraft(last.draft))
      .catch((error: unknown) => announce({ sentence: sayFailure(error, t) }))
      .finally(() => {
        setMoving(false)
        void refresh()
      })
  }
  return { last, save, send, isOpen: isMoving || isFresh, undo }
}

/** Where the browser gives no cryptography nothing waits: the visit arrives or comes back into the form. */
const sendAtOnce = (visit: SentVisit) =>
  bodyOf(api.visits.$post({ json: { ...visit, sentAt: new Date().toISOString() } }))
