import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatNumber } from '../../../text/format.ts'
import type { RequestSearch } from '../../search.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { requestCountQuery } from './request-list.ts'

/** What `fetchNextPage` answers, as far as paper needs it. */
interface Loaded {
  readonly isError: boolean
  readonly hasNextPage: boolean
  readonly data?: { readonly pages: readonly { readonly items: readonly unknown[] }[] } | undefined
}

interface PrintButtonProps {
  readonly filter: RequestSearch
  readonly loaded: number
  readonly hasMore: boolean
  readonly loadMore: () => Promise<Loaded>
}

/** More rows than this is no longer something to read on paper. */
const mostOnPaper = 1000

/** Prints at once when all rows are here; else it asks whether to fetch more of them first. */
export const PrintButton = ({ filter, loaded, hasMore, loadMore }: PrintButtonProps) => {
  const { t, language } = useText('requests')
  const { data: count } = useQuery(requestCountQuery(filter))
  const [state, setState] = useState<'closed' | 'asking' | 'loading' | 'failed'>('closed')
  const number = (value: number) => formatNumber(language, value)
  const reachable = Math.min(count?.requests ?? mostOnPaper, mostOnPaper)
  const print = () => {
    setState('closed')
    // After the dialog is gone from the page.
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()))
  }
  const loadAndPrint = async () => {
    setState('loading')
    for (let rows = loaded; rows < mostOnPaper; ) {
      const more = await loadMore()
      if (more.isError) return setState('failed')
      rows = more.data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? rows
      if (!more.hasNextPage) break
    }
    print()
  }
  return (
    <>
      <Button
        icon={<PrinterIcon aria-hidden />}
        onPress={() => (hasMore && loaded < mostOnPaper ? setState('asking') : print())}
      >
        {t('print.open')}
      </Button>
      {state === 'closed' ? null : (
        <Dialog
          title={t('print.title')}
          onClose={() => setState('closed')}
          actions={
            <>
              <Button onPress={() => setState('closed')}>{t('action.cancel')}</Button>
              <Button onPress={print}>{t('print.asIs', { shown: number(loaded) })}</Button>
              <Button look="primary" isPending={state === 'loading'} onPress={() => void loadAndPrint()}>
                {state === 'loading' ? t('moreBusy') : t('print.more', { shown: number(reachable) })}
              </Button>
            </>
          }
        >
          <p role="status">
            {t('print.lead', { shown: number(loaded), total: count ? number(count.requests) : '…' })}
          </p>
          {state === 'failed' ? (
            <Notice kind="error" word={t('state.errorWord')}>
              <p>{t('state.offline')}</p>
            </Notice>
          ) : null}
        </Dialog>
      )}
    </>
  )
}
