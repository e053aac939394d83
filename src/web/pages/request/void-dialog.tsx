import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { hasRegisterNumber } from '../../../domain/import/register-number.ts'
import { mostCharacters } from '../../../domain/request/request-field.ts'
import type { RequestRecord } from '../../../domain/request/request-record.ts'
import { announce } from '../../announcement.ts'
import { isProblem } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { RequestProblem } from './request-problem.tsx'
import { deleteVoiding, keepSaved, putVoiding, requestQuery } from './request-query.ts'

const shortest = 5

/** Takes the request out of the list and the figures, with a reason. */
export const VoidDialog = ({ record, onClose }: { record: RequestRecord; onClose: () => void }) => {
  const { t } = useText('request')
  const { t: typed } = useText('typed')
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const voiding = useMutation({
    mutationFn: () => putVoiding(record, reason),
    onSuccess: async (saved) => {
      const undo = async () => keepSaved(queries, await deleteVoiding(saved))
      announce({ sentence: t('void.done'), undo })
      await keepSaved(queries, saved)
      onClose()
    },
    onError: (error) => {
      // What changed meanwhile is shown behind the question; the reason stays, and the next press is meant for that.
      if (isProblem(error, 'version_stale'))
        void queries.invalidateQueries({ queryKey: requestQuery(record.id).queryKey })
    },
  })
  const fault = hasRegisterNumber(reason)
    ? typed('registerNumber')
    : reason.trim().length < shortest
      ? t('void.short')
      : undefined
  const confirm = () => {
    setAsked(true)
    if (!fault && !voiding.isPending) voiding.mutate()
  }
  return (
    <Dialog
      title={t('void.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
          <Button look="primary" isDisabled={voiding.isPending} onPress={confirm}>
            {voiding.isPending ? t('action.saving') : t('void.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('void.sentence')}</p>
      <TextField
        label={t('void.reason')}
        hint={t('void.hint')}
        isLong
        maxLength={mostCharacters.reason}
        value={reason}
        onChange={setReason}
        error={isAsked ? fault : undefined}
      />
      {voiding.error ? <RequestProblem error={voiding.error} /> : null}
    </Dialog>
  )
}
