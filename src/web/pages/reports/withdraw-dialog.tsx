import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { announce } from '../../announcement.ts'
import { api, bodyOf, sayFailure } from '../../api.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { publicationsQuery } from './publication-query.ts'

const [shortest, longest] = [5, 300]

/** Takes a published report back, with a reason that everybody may read. */
export const WithdrawDialog = ({ id, onClose }: { readonly id: string; readonly onClose: () => void }) => {
  const { t } = useText('publication')
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => bodyOf(api.snapshots[':id'].withdrawal.$put({ param: { id }, json: { reason } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: publicationsQuery.queryKey })
      announce({ sentence: t('isWithdrawn') })
      onClose()
    },
  })
  const isShort = reason.trim().length < shortest
  const confirm = () => {
    setAsked(true)
    if (!isShort && !isPending) mutate()
  }
  return (
    <TaskDialog
      title={t('withdrawTitle')}
      onClose={onClose}
      saveLabel={t('withdraw')}
      onSave={confirm}
      canSave
      isBusy={isPending}
      failure={error ? sayFailure(error, t) : undefined}
    >
      <p>{t('withdrawLead')}</p>
      <TextField
        label={t('reason')}
        isLong
        maxLength={longest}
        value={reason}
        onChange={setReason}
        error={isAsked && isShort ? t('reasonShort') : undefined}
      />
    </TaskDialog>
  )
}
