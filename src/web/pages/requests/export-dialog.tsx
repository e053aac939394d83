import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import type { Session } from '../../../contract/session.ts'
import { formatNumber } from '../../../text/format.ts'
import { announce } from '../../announcement.ts'
import { sayFailure } from '../../api.ts'
import type { RequestSearch } from '../../search.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { useToday } from '../../use-today.ts'
import { type ExportWish, isReasonEnough, saveExport } from './export-file.ts'
import { ExportForm } from './export-form.tsx'
import { requestCountQuery } from './request-list.ts'

interface ExportDialogProps {
  readonly filter: RequestSearch
  readonly city: Pick<Session['city'], 'code'>
  readonly onClose: () => void
}

/** Exactly the rows of the filter as a file. What was filled in stays while something goes wrong. */
export const ExportDialog = ({ filter, city, onClose }: ExportDialogProps) => {
  const { t, language } = useText('requests')
  const form = useId()
  const { data: count } = useQuery(requestCountQuery(filter))
  const [wish, setWish] = useState<ExportWish>({ format: 'xlsx', language, reason: '', closeColumns: [] })
  const [isTold, setTold] = useState(false)
  const { saving, received, stop } = useSaving(filter, city, wish, onClose)
  const submit = () => {
    setTold(true)
    if (isReasonEnough(wish.reason) && !saving.isPending) saving.mutate()
  }
  const close = () => {
    stop()
    onClose()
  }
  return (
    <Dialog
      title={t('export.title')}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t('action.cancel')}</Button>
          <Button type="submit" form={form} look="primary" isPending={saving.isPending}>
            {saving.isPending ? t('export.busy') : t('export.submit')}
          </Button>
        </>
      }
    >
      <p>
        {count
          ? t('export.rows', { count: count.requests, shown: formatNumber(language, count.requests) })
          : t('export.rowsUnknown')}
      </p>
      <ExportForm
        id={form}
        wish={wish}
        isReasonMissing={isTold && !isReasonEnough(wish.reason)}
        onWish={setWish}
        onSubmit={submit}
      />
      {saving.isPending ? (
        <p className="export-progress" role="status">
          <progress aria-label={t('export.busy')} />
          {received > 0
            ? t('export.received', { kilobytes: formatNumber(language, Math.ceil(received / 1000)) })
            : t('export.busy')}
        </p>
      ) : null}
      {saving.error ? (
        <Notice kind="error" word={t('export.failed')}>
          <p>{sayFailure(saving.error, t)}</p>
        </Notice>
      ) : null}
    </Dialog>
  )
}

function useSaving(
  filter: RequestSearch,
  city: ExportDialogProps['city'],
  wish: ExportWish,
  onSaved: () => void,
) {
  const { t } = useText('requests')
  const today = useToday()
  const [received, setReceived] = useState(0)
  const stopper = useRef<AbortController>(undefined)
  const saving = useMutation({
    mutationFn: async () => {
      const name = `${t('export.file', { city: city.code, day: today })}.${wish.format}`
      stopper.current = new AbortController()
      setReceived(0)
      await saveExport({
        filter,
        wish,
        name,
        signal: stopper.current.signal,
        onReceived: setReceived,
      })
      return name
    },
    onSuccess: (name) => {
      announce({ sentence: t('export.saved', { name }) })
      onSaved()
    },
  })
  return { saving, received, stop: () => stopper.current?.abort() }
}
