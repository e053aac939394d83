import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sayFailure } from '../../api.ts'
import { sessionQuery } from '../../session.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { rostersQuery } from './roster-query.ts'

interface ColleagueDialogProps {
  readonly onChoose: (memberId: string) => void
  readonly onClose: () => void
}

/** Whose week: for a coach those of the team, for the coordinator everybody at a desk, by organisation. */
export const ColleagueDialog = ({ onChoose, onClose }: ColleagueDialogProps) => {
  const { t } = useText('roster')
  const { data: session } = useQuery(sessionQuery)
  const { data, error } = useQuery(rostersQuery)
  const [chosen, setChosen] = useState('')
  const colleagues = data?.filter(({ memberId }) => memberId !== session?.member.id)
  return (
    <TaskDialog
      title={t('colleague.title')}
      saveLabel={t('colleague.open')}
      canSave={chosen !== ''}
      isBusy={false}
      failure={error ? sayFailure(error, t) : undefined}
      onSave={() => onChoose(chosen)}
      onClose={onClose}
    >
      {colleagues?.length === 0 ? <p>{t('colleague.nobody')}</p> : null}
      {colleagues && colleagues.length > 0 ? (
        <Select
          label={t('colleague.who')}
          options={[
            { id: '', label: t('colleague.choose') },
            ...colleagues.map(({ memberId, name, organization }) => ({
              id: String(memberId),
              label: name,
              group: organization,
            })),
          ]}
          selected={chosen}
          onSelect={setChosen}
        />
      ) : null}
      {data || error ? null : <LoadingState sentence={t('state.loading')} />}
    </TaskDialog>
  )
}
