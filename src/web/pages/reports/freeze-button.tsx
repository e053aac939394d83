import { lazy, Suspense, useState } from 'react'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'

const FreezeDialog = lazy(() =>
  import('./freeze-dialog.tsx').then((module) => ({ default: module.FreezeDialog })),
)

export const FreezeButton = ({ period }: { period: Period }) => {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('reports.freeze')}</Button>
      {isOpen ? (
        <Suspense>
          <FreezeDialog period={period} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
