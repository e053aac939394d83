import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PublishedAudience } from '../../../domain/report/report-format.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf, sayFailure } from '../../api.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useText } from '../../use-text.ts'
import { EventChoice, type EventWords } from './event-choice.tsx'
import { previewQuery, publicationsQuery } from './publication-query.ts'
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
  const { t, language } = useText('publication')
  const [audience, setAudience] = useState<PublishedAudience>(councilHasIt ? 'everybody' : 'council')
  const preview = useQuery(previewQuery({ id, audience, language }))
  const events = preview.data?.events ?? []
  const [chosen, setChosen] = useState<EventWords>()
  const words = chosen ?? events.map(({ title }) => title)
  const { mutate, isPending, error } = usePublishing(id, onClose)
  const failed = error ?? preview.error
  return (
    <TaskDialog
      title={t(councilHasIt ? 'openTitle' : 'publishTitle')}
      onClose={onClose}
      saveLabel={t(councilHasIt ? 'openToAll' : 'publish')}
      onSave={() => mutate({ audience, events: [...words] })}
      // Nobody publishes what nobody could see.
      canSave={preview.data !== undefined && words.every((title) => title === null || title.trim() !== '')}
      isBusy={isPending}
      failure={failed ? sayFailure(failed, t) : undefined}
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
      {isPending || preview.isLoading ? <p role="status">{t('planning')}</p> : null}
      <EventChoice events={events} words={words} onWords={setChosen} />
      <WithheldTexts id={id} audience={audience} />
    </TaskDialog>
  )
}

interface Published {
  readonly audience: PublishedAudience
  readonly events: (string | null)[]
}

function usePublishing(id: string, onDone: () => void) {
  const { t } = useText('publication')
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (json: Published) => bodyOf(api.snapshots[':id'].publication.$put({ param: { id }, json })),
    onSuccess: async ({ audience }) => {
      await queries.invalidateQueries({ queryKey: publicationsQuery.queryKey })
      announce({ sentence: t(`isPublishedFor.${audience}`) })
      onDone()
    },
  })
}
