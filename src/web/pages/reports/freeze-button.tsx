import { Suspense, useState } from 'react'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { openCatalogue } from '../../language.ts'
import { later } from '../../lazy-part.tsx'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import type { ChosenPartial } from './use-partial.ts'

const FreezeDialog = later(() =>
  Promise.all([import('./freeze-dialog.tsx'), openCatalogue('projects')]).then(([module]) => ({
    default: module.FreezeDialog,
  })),
)

interface FreezeButtonProps {
  readonly period: Period
  readonly partial: ChosenPartial | undefined
  readonly look?: 'primary'
}

export const FreezeButton = ({ period, partial, look }: FreezeButtonProps) => {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button look={look ?? 'plain'} onPress={() => setOpen(true)}>
        {t('reports.freeze')}
      </Button>
      {isOpen ? (
        <Suspense>
          <FreezeDialog period={period} partial={partial} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
