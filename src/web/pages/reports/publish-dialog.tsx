import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PublishedAudience } from '../../../domain/report/report-format.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf, sayFailure } from '../../api.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useText } from '../../use-text.ts'
import { publicationsQuery } from './publication-query.ts'
import { WithheldTexts } from './withheld-texts.tsx'

interface PublishDialogProps {
  readonly id: string
  /** It is then opened to everybody. */
  readonly councilHasIt: boolean
  readonly onClose: () => void
}

const audiences = ['council', 'everybody'] as const satisfies readonly PublishedAudience[]

/** For good, so it is asked once more, and for whom: the council first, who can still be asked to keep it. */
export const PublishDialog = ({ id, councilHasIt, onClose }: PublishDialogProps) => {
  const { t } = useText('publication')
  const [audience, setAudience] = useState<PublishedAudience>(councilHasIt ? 'everybody' : 'council')
  const { mutate, isPending, error } = usePublishing(id, audience, onClose)
  return (
    <TaskDialog
      title={t(councilHasIt ? 'openTitle' : 'publishTitle')}
      onClose={onClose}
      saveLabel={t(councilHasIt ? 'openToAll' : 'publish')}
      onSave={() => mutate()}
      canSave
      isBusy={isPending}
      failure={error ? sayFailure(error, t) : undefined}
    >
      {councilHasIt ? (
        <p>{t('openLead')}</p>
      ) : (
        <Choice
          label={t('publishFor')}
          options={audiences.map((each) => ({ id: each, label: t(each) }))}
          selected={audience}
          onSelect={setAudience}
        />
      )}
      <p>{t(`publishLead.${audience}`)}</p>
      <WithheldTexts id={id} audience={audience} />
      {isPending ? <p role="status">{t('planning')}</p> : null}
    </TaskDialog>
  )
}

function usePublishing(id: string, audience: PublishedAudience, onDone: () => void) {
  const { t } = useText('publication')
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => bodyOf(api.snapshots[':id'].publication.$put({ param: { id }, json: { audience } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: publicationsQuery.queryKey })
      announce({ sentence: t(`isPublishedFor.${audience}`) })
      onDone()
    },
  })
}
