import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { announce } from '../../announcement.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { forgetFile, refreshImports } from './import-query.ts'

/** The way out: nothing was imported, and the file is forgotten. */
export const ForgetFile = ({ id }: { id: string }) => {
  const { t } = useText('imports')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const forgetting = useMutation({
    mutationFn: () => forgetFile(id),
    onSuccess: async () => {
      await navigate({ to: paths.imports })
      await refreshImports(queries)
      announce({ sentence: t('file.forgotten') })
    },
    onError: () => announce({ sentence: t('state.offline') }),
  })
  return (
    <Button look="bare" isDisabled={forgetting.isPending} onPress={() => forgetting.mutate()}>
      {t('file.stop')}
    </Button>
  )
}
