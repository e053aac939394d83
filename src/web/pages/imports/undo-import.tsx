import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ListedImport } from '../../../contract/import.ts'
import { formatNumber } from '../../../text/format.ts'
import { announce } from '../../announcement.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useText } from '../../use-text.ts'
import { refreshImports, undoImport } from './import-query.ts'
import { StepProblem } from './step-problem.tsx'

type Undoable = Pick<ListedImport, 'id' | 'fileName' | 'imported'>

/** Takes an import back, after a question: it takes many requests out of the figures at once. */
export const UndoImport = ({ id, fileName, imported }: Undoable) => {
  const { t, language } = useText('imports')
  const [isAsked, setAsked] = useState(false)
  const queries = useQueryClient()
  const key = ['imports', 'undoing', id]
  const undoing = useMutation({
    mutationKey: key,
    mutationFn: () => undoImport(id),
    onSuccess: async ({ undone }) => {
      setAsked(false)
      announce({ sentence: t('undo.done', { count: undone, shown: formatNumber(language, undone) }) })
      await refreshImports(queries)
    },
  })
  // The second press of a double click comes before the button is drawn anew.
  const undo = () => (queries.isMutating({ mutationKey: key }) > 0 ? undefined : undoing.mutate())
  const gaps = { name: fileName, count: imported ?? 0, shown: formatNumber(language, imported ?? 0) }
  return (
    <>
      <Button onPress={() => setAsked(true)} aria-label={t('undo.of', { name: fileName })}>
        {t('action.undo')}
      </Button>
      {isAsked ? (
        <Dialog
          title={t('undo.title', { name: fileName })}
          onClose={() => {
            undoing.reset()
            setAsked(false)
          }}
          actions={
            <>
              <Button onPress={() => setAsked(false)}>{t('action.cancel')}</Button>
              <Button look="primary" isPending={undoing.isPending} onPress={undo}>
                {t('action.undo')}
              </Button>
            </>
          }
        >
          <p>{t('undo.what', gaps)}</p>
          <StepProblem error={undoing.error} />
        </Dialog>
      ) : null}
    </>
  )
}
