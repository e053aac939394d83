import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { mostReasonCharacters } from '../../../domain/coaching/coaching-limit.ts'
import { hasRegisterNumber } from '../../../domain/import/register-number.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { TypedField } from '../../typed-field.tsx'
import { Select } from '../../ui/select.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { useDoing } from './coaching-query.ts'
import { colleaguesQuery, offerRequest } from './handover-query.ts'

/** Whom to ask, and why. */
export const HandoverDialog = ({ requestId, onClose }: { requestId: string; onClose: () => void }) => {
  const { t } = useText('coaching')
  const { data: colleagues } = useQuery(colleaguesQuery)
  const [toId, setTo] = useState('')
  const [reason, setReason] = useState('')
  const { act, isBusy, failure } = useDoing()
  const isRefused = hasRegisterNumber(reason)
  const offer = { requestId, toId, reason: reason.trim() }
  return (
    <TaskDialog
      title={t('handover.open')}
      onClose={onClose}
      saveLabel={t('handover.offer')}
      canSave={toId !== '' && offer.reason !== '' && !isRefused}
      isBusy={isBusy}
      failure={failure}
      onSave={() => void act(() => offerRequest(offer), t('handover.done'), onClose)}
    >
      <p>{t('handover.lead')}</p>
      {!colleagues ? (
        <LoadingState sentence={t('state.loading')} />
      ) : colleagues.length === 0 ? (
        <p>{t('handover.nobody')}</p>
      ) : (
        <>
          <Select
            label={t('handover.to')}
            options={[
              { id: '', label: t('handover.choose') },
              ...colleagues.map(({ id, name }) => ({ id, label: name })),
            ]}
            selected={toId}
            onSelect={setTo}
          />
          <TypedField
            label={t('handover.reason')}
            hint={t('handover.hint')}
            maxLength={mostReasonCharacters}
            value={reason}
            onChange={(text) => setReason(text ?? '')}
          />
        </>
      )}
    </TaskDialog>
  )
}
