import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { CodeListEntry } from '../../../contract/code-list.ts'
import { announce } from '../../announcement.ts'
import { sayFailure } from '../../api.ts'
import { codeListsQuery } from '../../code-labels.ts'
import { useText } from '../../use-text.ts'
import type { Move } from './code-move.ts'

export type MoveCode = (item: CodeListEntry, step: -1 | 1) => void

export const buttonId = ({ id }: CodeListEntry, step: -1 | 1): string =>
  `move-${step === -1 ? 'up' : 'down'}-${id}`

/**
 * Moves a code a place. Moves follow each other, each from where the one before has left the list; what was moved
 * keeps the focus, so that the same key moves it on.
 */
export function useMoveCode(codes: readonly CodeListEntry[]): MoveCode {
  const { t, language } = useText('codes')
  const queries = useQueryClient()
  const [moved, setMoved] = useState<Move>()
  const turn = useRef(Promise.resolve())
  useEffect(() => keepFocus(moved, codes), [moved, codes])
  const take = async (move: Move) => {
    const { moveInList } = await import('./code-move.ts')
    const { place, of, undo } = await moveInList(queries, move)
    setMoved(move)
    announce({ sentence: t('moved', { label: move.item.labels[language], place, of }), undo })
  }
  const fail = async (error: unknown) => {
    announce({ sentence: sayFailure(error, t) })
    await queries.invalidateQueries({ queryKey: codeListsQuery.queryKey })
  }
  return (item, step) => {
    turn.current = turn.current.then(() => take({ item, step }).catch(fail))
  }
}

function keepFocus(move: Move | undefined, codes: readonly CodeListEntry[]): void {
  if (!move) return
  const siblings = codes.filter(({ parent }) => parent === move.item.parent)
  const isAtEnd = siblings.at(move.step === -1 ? 0 : -1)?.id === move.item.id
  // At the end of the list its button no longer does anything: the other one is next.
  const step = isAtEnd ? (move.step === -1 ? 1 : -1) : move.step
  document.getElementById(buttonId(move.item, step))?.focus()
}
