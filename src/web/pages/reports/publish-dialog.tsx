import { useMutation, useQueryClient } from '@tanstack/react-query'
import { announce } from '../../announcement.ts'
import { api, bodyOf, ProblemAnswer } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { publicationsQuery } from './publication-query.ts'

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
    <Dialog
      title={t('publishTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
          <Button look="primary" isDisabled={isPending} onPress={() => mutate()}>
            {isPending ? t('action.saving') : t('publish')}
          </Button>
        </>
      }
    >
      {error ? (
        <Notice kind="error" word={t('state.errorWord')}>
          <p>{error instanceof ProblemAnswer ? error.message : t('state.offline')}</p>
        </Notice>
      ) : null}
      <p>{t('publishLead')}</p>
      {isPending ? <p role="status">{t('planning')}</p> : null}
    </Dialog>
  )
}
