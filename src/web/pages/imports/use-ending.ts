import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ImportDetail } from '../../../contract/import.ts'
import { formatNumber } from '../../../text/format.ts'
import { announce } from '../../announcement.ts'
import { useText } from '../../use-text.ts'
import { refreshImports, undoImport } from './import-query.ts'

/** When a run ends while somebody looks on, the bar says so and holds the way back. */
export function useEnding({ id, state, imported, isUndoable }: ImportDetail): void {
  const { t, language } = useText('imports')
  const queries = useQueryClient()
  const before = useRef(state)
  useEffect(() => {
    const hasEnded = before.current === 'busy' && state === 'done'
    before.current = state
    if (!hasEnded) return
    void refreshImports(queries)
    const undo = async () => {
      await undoImport(id)
      await refreshImports(queries)
    }
    const sentence = t('run.done', { count: imported ?? 0, shown: formatNumber(language, imported ?? 0) })
    announce({ sentence, ...(isUndoable ? { undo } : {}) })
  })
}
