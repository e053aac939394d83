import { useEffect, useRef, useState } from 'react'
import { differencesOf } from '../../../domain/request/request-difference.ts'
import { factsOf, type RequestRecord } from '../../../domain/request/request-record.ts'
import { LeaveGuard } from '../../shell/leave-guard.tsx'
import { Button } from '../../ui/button.tsx'
import { FormBar } from '../../ui/form-bar.tsx'
import { useText } from '../../use-text.ts'
import { useToday } from '../../use-today.ts'
import { RequestConflict } from './request-conflict.tsx'
import { faultsOf } from './request-draft.ts'
import { RequestFields } from './request-fields.tsx'
import { RequestProblem } from './request-problem.tsx'
import { type Conflict, useCorrection } from './use-correction.ts'
import './request-form.css'

interface RequestFormProps {
  /** As it was when somebody began: what colleagues change meanwhile does not move under their hands. */
  readonly record: RequestRecord
  readonly onClose: () => void
}

export const RequestForm = ({ record: given, onClose }: RequestFormProps) => {
  const { t } = useText('request')
  const [record, setRecord] = useState(given)
  const [draft, setDraft] = useState(factsOf(given))
  const [conflict, setConflict] = useState<Conflict>()
  const [isLeaving, setLeaving] = useState(false)
  const correction = useCorrection({ saved: onClose, conflict: setConflict })
  const form = useFirstField()
  const isChanged = differencesOf(factsOf(record), draft).length > 0
  const faults = faultsOf(draft, useToday())
  const leave = () => (isChanged ? setLeaving(true) : onClose())
  const save = () => {
    if (faults.size > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid=true], .field-error')?.focus()
    else if (!correction.isPending) correction.mutate({ from: record, wanted: draft })
  }
  const guard = (
    <LeaveGuard
      isChanged={isChanged}
      isLeaving={isLeaving}
      onStay={() => setLeaving(false)}
      onLeave={onClose}
    />
  )
  if (conflict)
    return (
      <>
        <RequestConflict
          key={conflict.theirs.version}
          conflict={conflict}
          isSaving={correction.isPending}
          error={correction.error}
          onSave={(wanted) => correction.mutate({ from: conflict.theirs, wanted })}
          onBack={(wanted) => {
            setRecord(conflict.theirs)
            setDraft(wanted)
            setConflict(undefined)
          }}
        />
        {guard}
      </>
    )
  return (
    <>
      <form
        ref={form}
        className="request-form"
        noValidate
        aria-label={t('form')}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
        // On the way in: some fields keep their keys to themselves.
        onKeyDownCapture={(event) => {
          if (event.key !== 'Escape') return
          // Else the same key would close the question that it has just opened.
          event.preventDefault()
          leave()
        }}
      >
        <RequestFields record={record} draft={draft} onDraft={setDraft} faults={faults} />
        <FormBar>
          {correction.error ? <RequestProblem error={correction.error} /> : null}
          <Button onPress={leave}>{t('action.cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={correction.isPending}>
            {correction.isPending ? t('action.saving') : t('action.save')}
          </Button>
        </FormBar>
      </form>
      {guard}
    </>
  )
}

/** Whoever opens the form begins in it. */
function useFirstField() {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('select')?.focus(), [])
  return form
}
