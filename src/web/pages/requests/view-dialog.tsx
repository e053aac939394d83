import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { RequestView } from '../../../contract/help-request.ts'
import { announce } from '../../announcement.ts'
import { sayFailure } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { FailureNotice } from '../../shell/failure-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import type { RequestSettings } from './use-request-settings.ts'

interface ViewDialogProps {
  /** The one to rename; undefined = the filter on the screen gets a name. */
  readonly view: RequestView | undefined
  readonly search: string
  readonly settings: RequestSettings
  readonly onClose: () => void
}

const longestName = 60

/** A name for a filter. A name that is taken says so, and then the filter under it becomes this one. */
export const ViewDialog = ({ view, search, settings, onClose }: ViewDialogProps) => {
  const { t } = useText('requests')
  const [name, setName] = useState(view?.name ?? '')
  const [id] = useState(newId)
  const form = useId()
  const written = name.trim()
  const same = settings.views.find((one) => one.id !== view?.id && isSameName(one.name, written))
  const keeping = useMutation({
    // What stood under the name before is the way back; by the time it is kept, the list holds the new one already.
    mutationFn: async () => {
      const before = view ?? same
      await settings.putView(
        view ? { ...view, name: written } : { id: same?.id ?? id, name: written, search },
      )
      return before
    },
    onSuccess: (before) => {
      announce({
        sentence: t(view ? 'view.renamed' : 'view.kept', { name: written }),
        ...(before ? { undo: () => settings.putView(before) } : {}),
      })
      onClose()
    },
  })
  const isTaken = view !== undefined && same !== undefined
  return (
    <Dialog
      title={view ? t('view.renameTitle') : t('view.keepTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form={form} look="primary" isDisabled={keeping.isPending}>
            {keeping.isPending ? t('action.saving') : same && !view ? t('view.overwrite') : t('action.save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="view-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (written && !isTaken && !keeping.isPending) keeping.mutate()
        }}
      >
        <TextField
          label={t('view.name')}
          hint={t('view.nameHint')}
          maxLength={longestName}
          value={name}
          onChange={setName}
          error={isTaken ? t('view.taken') : undefined}
        />
      </form>
      {same && !view ? <p role="status">{t('view.overwrites', { name: same.name })}</p> : null}
      <FailureNotice failure={keeping.error ? sayFailure(keeping.error, t) : undefined} />
    </Dialog>
  )
}

const isSameName = (one: string, other: string) =>
  one.localeCompare(other, undefined, { sensitivity: 'accent' }) === 0
