import { useQuery } from '@tanstack/react-query'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { useToday } from '../../use-today.ts'
import { desksQuery } from '../request/desks.ts'
import { RosterForm } from './roster-form.tsx'
import { rosterQuery, type Whose } from './roster-query.ts'

/** A week as it is kept, to be filled in. */
export const RosterDialog = ({ whose, onClose }: { whose: Whose; onClose: () => void }) => {
  const { t } = useText('roster')
  const today = useToday()
  const { data: desks } = useQuery(desksQuery)
  const roster = useQuery(rosterQuery(whose))
  if (desks && roster.data && roster.isFetchedAfterMount) {
    const inUse = desks.filter(({ lastDay }) => lastDay === null || lastDay >= today)
    return <RosterForm whose={whose} kept={roster.data} desks={inUse} today={today} onClose={onClose} />
  }
  return (
    <Dialog
      title={t(whose ? 'colleague.title' : 'own')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('action.cancel')}</Button>}
    >
      {roster.error ? (
        <QueryError error={roster.error} onRetry={() => void roster.refetch()} />
      ) : (
        <LoadingState sentence={t('state.loading')} />
      )}
    </Dialog>
  )
}
