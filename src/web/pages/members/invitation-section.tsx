import { useQuery } from '@tanstack/react-query'
import { QueryError } from '../../shell/query-error.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { InvitationTable } from './invitation-table.tsx'
import { waitingQuery } from './member-query.ts'
import { Section } from './section.tsx'

/** Who was invited and has not come yet. */
export const InvitationSection = () => {
  const { t } = useText('members')
  const { data, error, refetch } = useQuery(waitingQuery())
  return (
    <Section title={t('invitations.title')}>
      {error ? <QueryError error={error} onRetry={() => void refetch()} /> : null}
      {!data ? (
        error ? null : (
          <LoadingState sentence={t('state.loading')} />
        )
      ) : data.length === 0 ? (
        <p className="member-lead">{t('invitations.empty')}</p>
      ) : (
        <InvitationTable invitations={data} />
      )}
    </Section>
  )
}
