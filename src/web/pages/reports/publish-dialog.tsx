import { useMutation, useQueryClient } from '@tanstack/react-query'
import { announce } from '../../announcement.ts'
import { api, bodyOf, ProblemAnswer } from '../../api.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { useText } from '../../use-text.ts'
import { publicationsQuery } from './publication-query.ts'
import { WithheldTexts } from './withheld-texts.tsx'

/** For everybody and for good, so it is asked once more. */
export const PublishDialog = ({ id, onClose }: { readonly id: string; readonly onClose: () => void }) => {
  const { t } = useText('publication')
  const queries = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => bodyOf(api.snapshots[':id'].publication.$put({ param: { id } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: publicationsQuery.queryKey })
      announce({ sentence: t('isPublished') })
      onClose()
    },
  })
  return (
    <TaskDialog
      title={t('publishTitle')}
      onClose={onClose}
      saveLabel={t('publish')}
      onSave={() => mutate()}
      canSave
      isBusy={isPending}
      failure={error ? (error instanceof ProblemAnswer ? error.message : t('state.offline')) : undefined}
    >
      <p>{t('publishLead')}</p>
      <WithheldTexts id={id} />
      {isPending ? <p role="status">{t('planning')}</p> : null}
    </TaskDialog>
  )
}
