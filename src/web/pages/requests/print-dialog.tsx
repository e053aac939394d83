import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ListedRequest } from '../../../contract/help-request.ts'
import { formatNumber } from '../../../text/format.ts'
import { sayFailure } from '../../api.ts'
import type { RequestSearch } from '../../search.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useText } from '../../use-text.ts'
import { PaperPart } from './paper-part.tsx'
import { requestCountQuery } from './request-list.ts'
import { mostOnPaper, readPaper } from './request-paper.ts'

interface PrintDialogProps {
  readonly filter: RequestSearch
  readonly onRows: (rows: readonly ListedRequest[]) => void
  readonly onClose: () => void
}

/** Fetches what comes on paper, says how far it is, and stops when somebody closes it. */
export const PrintDialog = ({ filter, onRows, onClose }: PrintDialogProps) => {
  const { t, language } = useText('requests')
  const { data: count } = useQuery(requestCountQuery(filter))
  const [rows, setRows] = useState(0)
  const { data, error, refetch } = useQuery({
    queryKey: ['requests', 'paper', filter],
    queryFn: ({ signal }) => readPaper({ filter, signal, onRows: setRows }),
    gcTime: 0,
  })
  useEffect(() => {
    if (data) onRows(data)
  }, [data, onRows])
  const number = (value: number) => formatNumber(language, value)
  const wanted = Math.min(count?.requests ?? mostOnPaper, mostOnPaper)
  return (
    <Dialog
      title={t('print.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
          {error ? (
            <Button look="primary" onPress={() => void refetch()}>
              {t('state.retry')}
            </Button>
          ) : null}
        </>
      }
    >
      {count && count.requests > mostOnPaper ? (
        <p>
          <PaperPart shown={mostOnPaper} total={count.requests} />
        </p>
      ) : null}
      {error ? (
        <Notice kind="error" word={t('state.errorWord')}>
          <p>{sayFailure(error, t)}</p>
        </Notice>
      ) : (
        <Progress
          label={t('print.busy')}
          sentence={t('print.progress', { shown: number(rows), wanted: number(wanted) })}
          part={count && Math.min(rows / wanted, 1)}
        />
      )}
    </Dialog>
  )
}
