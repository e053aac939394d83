import { useQuery } from '@tanstack/react-query'
import type { QuarantinedVisit } from '../../../contract/quarantine.ts'
import { api, bodyOf, done, sayFailure } from '../../api.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { QuarantinedContent } from './quarantined-content.tsx'
import { useTask } from './use-task.ts'

/** What is in what waits, and the way into the databank in its author's name. */
export const QuarantinedDialog = ({ one, onClose }: { one: QuarantinedVisit; onClose: () => void }) => {
  const { t } = useText('devices')
  const { run, isBusy, failure } = useTask(onClose)
  const param = { id: one.id }
  // Opened once for each dialog: every opening stands in the audit.
  const opened = useQuery({
    queryKey: ['quarantine-opened', one.id],
    queryFn: () => bodyOf(api['quarantined-visits'][':id'].openings.$post({ param })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  const accept = () =>
    run(
      () => done(api['quarantined-visits'][':id'].acceptance.$put({ param })),
      t(one.isUndone ? 'accept.stays' : 'accept.done', { name: one.author }),
    )
  return (
    <TaskDialog
      title={t('accept.title', { name: one.author })}
      onClose={onClose}
      saveLabel={t('accept.short')}
      onSave={() => void accept()}
      canSave={opened.data !== undefined}
      isBusy={isBusy}
      failure={failure ?? (opened.error ? sayFailure(opened.error, t) : undefined)}
    >
      {opened.data ? (
        <>
          <QuarantinedContent content={opened.data} />
          <p>{t(one.isUndone ? 'accept.undone' : 'accept.lead', { name: one.author })}</p>
        </>
      ) : opened.error ? null : (
        <LoadingState sentence={t('state.loading')} />
      )}
    </TaskDialog>
  )
}
