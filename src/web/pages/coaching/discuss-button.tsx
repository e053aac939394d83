import { ChatsCircleIcon } from '@phosphor-icons/react/dist/csr/ChatsCircle'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { isProblem, sayFailure } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { askCoach } from './coaching-query.ts'

/** One tap at the desk: the coach sees the question that was saved last. */
export const DiscussButton = ({ requestId }: { requestId: string }) => {
  const { t } = useText('coaching')
  const queries = useQueryClient()
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () => askCoach(requestId, null),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['coaching'] }),
  })
  if (isSuccess) return <p role="status">{t('ask.done')}</p>
  return (
    <>
      <Button icon={<ChatsCircleIcon aria-hidden />} isPending={isPending} onPress={mutate}>
        {t('ask.button')}
      </Button>
      {/* What waits on this device is not in the databank yet. */}
      {error ? (
        <p role="status">{isProblem(error, 'not_found') ? t('ask.waits') : sayFailure(error, t)}</p>
      ) : null}
    </>
  )
}
