import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { SentVisit } from '../../../domain/visit/visit.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf, sayFailure } from '../../api.ts'
import { type Author, keepNoted } from '../../outbox/outbox.ts'
import { useRefused } from '../../outbox/outbox-state.ts'
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
  /** Resolves when it is on this device, or back with its guide. */
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

/** `onDraft`: what was not kept or was taken back goes where its guide finds it again. */
export function useRegister(author: Author, onDraft: (draft: VisitDraft) => Promise<void>): Register {
  const { t } = useText('desk')
  const queries = useQueryClient()
  const [last, setLast] = useState<Saved>()
  const [isMoving, setMoving] = useState(false)
  const [settled, setSettled] = useState<Saved>()
  const isFresh = last !== undefined && last !== settled
  const refused = useRefused()
  const isRefused = refused.some(({ id }) => id === last?.visit.id)
  // Then it was not saved, and comes back by another way.
  useEffect(() => {
    if (isRefused) setLast(undefined)
  }, [isRefused])
  useEffect(() => {
    const timer = setTimeout(() => setSettled(last), undoTime)
    return () => clearTimeout(timer)
  }, [last])
  const refresh = () =>
    Promise.all(['requests', 'visits'].map((of) => queries.invalidateQueries({ queryKey: [of] })))
  const send = useSending(author, () => void refresh())
  const save = async (saved: Saved) => {
    setLast(undefined)
    setMoving(true)
    try {
      await keepOrSend(author, saved.visit)
      setLast(saved)
      void (canSeal() ? send() : refresh())
    } catch (error) {
      announce({ sentence: sayFailure(error, t) })
      await onDraft(saved.draft)
    } finally {
      setMoving(false)
    }
  }
  const undo = async ({ draft, visit }: Saved) => {
    setLast(undefined)
    setMoving(true)
    try {
      await takeBack(author, visit, t('undoReason'))
      await onDraft(draft)
      if (canSeal()) void send()
    } catch (error) {
      announce({ sentence: sayFailure(error, t) })
    } finally {
      setMoving(false)
      void refresh()
    }
  }
  return { last, save, send, isOpen: isMoving || isFresh, undo: () => last && void undo(last) }
}

/** Where the browser gives no cryptography nothing waits: the visit arrives or comes back into the form. */
const keepOrSend = async (author: Author, visit: SentVisit): Promise<void> => {
  if (canSeal()) return keepNoted(author, visit.id, { kind: 'visit', visit })
  await bodyOf(api.visits.$post({ json: { ...visit, sentAt: new Date().toISOString() } }))
}
