import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { addDays, monthOf } from '../../../domain/local-date.ts'
import type { Period } from '../../../domain/report/half-year-report.ts'
import { formatDate } from '../../../text/format.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf, sayFailure } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { paths } from '../../paths.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { useText } from '../../use-text.ts'
import { projectsQuery } from '../projects/projects-query.ts'
import { duePeriodsKey } from './due-notice.tsx'
import { frozenListQuery } from './frozen-query.ts'
import { UnreadyTexts } from './unready-texts.tsx'
import type { ChosenPartial } from './use-partial.ts'

interface FreezeDialogProps {
  readonly period: Period
  /** The partial report that it will be. */
  readonly partial: ChosenPartial | undefined
  readonly onClose: () => void
}

/** Freezes the report of whole months, once: nobody can take it back. */
export const FreezeDialog = ({ period, partial, onClose }: FreezeDialogProps) => {
  const { t, language } = useText('projects')
  const { mutate, isPending, error } = useFreezing(period, partial?.projectId)
  const isWhole = period.from.endsWith('-01') && monthOf(addDays(period.to, 1)) !== monthOf(period.to)
  const days = { from: formatDate(language, period.from), to: formatDate(language, period.to) }
  return (
    <TaskDialog
      title={t('reports.freezeTitle')}
      onClose={onClose}
      saveLabel={t('reports.freeze')}
      onSave={() => mutate()}
      canSave={isWhole}
      isBusy={isPending}
      failure={error ? sayFailure(error, t) : undefined}
    >
      <p>{isWhole ? t('reports.freezeLead', days) : t('reports.freezeMonths')}</p>
      {isWhole ? <UnreadyTexts period={period} projectId={partial?.projectId} /> : null}
      {isWhole && partial ? (
        <p>{t('freezeAs', { number: partial.number, of: partial.of, name: partial.name })}</p>
      ) : null}
    </TaskDialog>
  )
}

function useFreezing({ from, to }: Period, projectId: ChosenPartial['projectId'] | undefined) {
  const { t } = useText()
  // The same id however often it is tried: one report is frozen.
  const [id] = useState(newId)
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => bodyOf(api.snapshots.$post({ json: { id, from, to, projectId } })),
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: frozenListQuery.queryKey }),
        queries.invalidateQueries({ queryKey: projectsQuery.queryKey }),
        queries.invalidateQueries({ queryKey: duePeriodsKey }),
      ])
      announce({ sentence: t('reports.isFrozen') })
      await navigate({ to: paths.frozenReport, params: { id } })
    },
  })
}
