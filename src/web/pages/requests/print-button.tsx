import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { Suspense, useState } from 'react'
import type { ListedRequest } from '../../../contract/help-request.ts'
import { later } from '../../lazy-part.tsx'
import type { RequestSearch } from '../../search.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'

const PrintDialog = later(() =>
  import('./print-dialog.tsx').then((module) => ({ default: module.PrintDialog })),
)

interface PrintButtonProps {
  readonly filter: RequestSearch
  readonly hasMore: boolean
  /** The rows of the paper in the place of those on the screen; undefined = those of the screen again. */
  readonly onPaper: (rows: readonly ListedRequest[] | undefined) => void
}

/** Prints at once when all rows are here; else it fetches the others first. */
export const PrintButton = ({ filter, hasMore, onPaper }: PrintButtonProps) => {
  const { t } = useText('requests')
  const [isOpen, setOpen] = useState(false)
  const print = (rows?: readonly ListedRequest[]) => {
    setOpen(false)
    if (rows) {
      onPaper(rows)
      addEventListener('afterprint', () => onPaper(undefined), { once: true })
    }
    // After the dialog is gone and the rows are on the page.
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()))
  }
  return (
    <>
      <Button
        icon={<PrinterIcon aria-hidden />}
        onPress={() => {
          if (hasMore) setOpen(true)
          else print()
        }}
      >
        {t('print.open')}
      </Button>
      <Suspense>
        {isOpen ? <PrintDialog filter={filter} onRows={print} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  )
}
