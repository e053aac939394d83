import { KeyIcon } from '@phosphor-icons/react/dist/csr/Key'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiKeyAnswer } from '../../../contract/api-key.ts'
import type { MemberAnswer } from '../../../contract/member.ts'
import { formatShortDate } from '../../../text/format.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Facts } from '../../ui/facts.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { lazyDialog } from './lazy-dialog.tsx'
import { LongTable } from './long-table.tsx'
import { everybodyQuery, keysQuery } from './member-query.ts'
import { Section } from './section.tsx'

const KeyDialog = lazyDialog(async () => (await import('./key-dialog.tsx')).KeyDialog)
const RevokeDialog = lazyDialog(async () => (await import('./revoke-dialog.tsx')).RevokeDialog)

/** The keys of programs: whose, until when, and the way to end one. */
export const KeySection = () => {
  const { t } = useText('members')
  const keys = useQuery(keysQuery)
  const everybody = useQuery(everybodyQuery)
  const members = everybody.data ?? []
  const error = keys.error ?? everybody.error
  const [isMaking, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<ApiKeyAnswer>()
  const columns = useColumns(members, setRevoking)
  return (
    <Section
      title={t('keys.title')}
      lead={t('keys.lead')}
      action={
        <Button icon={<KeyIcon aria-hidden />} onPress={() => setMaking(true)}>
          {t('keys.add')}
        </Button>
      }
    >
      {error ? (
        <QueryError error={error} onRetry={() => void Promise.all([keys.refetch(), everybody.refetch()])} />
      ) : null}
      {!keys.data || !everybody.data ? (
        error ? null : (
          <LoadingState sentence={t('state.loading')} />
        )
      ) : keys.data.length === 0 ? (
        <p className="member-lead">{t('keys.empty')}</p>
      ) : (
        <LongTable caption={t('keys.table')} columns={columns} rows={keys.data} keyOf={({ id }) => id} />
      )}
      {isMaking && everybody.data ? <KeyDialog members={members} onClose={() => setMaking(false)} /> : null}
      {revoking ? <RevokeDialog apiKey={revoking} onClose={() => setRevoking(undefined)} /> : null}
    </Section>
  )
}

function useColumns(
  members: readonly MemberAnswer[],
  onRevoke: (key: ApiKeyAnswer) => void,
): Column<ApiKeyAnswer>[] {
  const { t, language } = useText('members')
  return [
    {
      id: 'name',
      heading: t('keys.name'),
      cell: ({ name, prefix }) => <Facts facts={[name, `${prefix}…`]} quietAfter={1} isStrong />,
    },
    {
      id: 'member',
      heading: t('keys.member'),
      cell: ({ memberId, roles }) => (
        <Facts
          facts={[members.find(({ id }) => id === memberId)?.name, ...roles.map((role) => t(`role.${role}`))]}
          quietAfter={1}
        />
      ),
    },
    {
      id: 'until',
      heading: t('keys.until'),
      cell: ({ lastDay }) => <span>{lastDay ? formatShortDate(language, lastDay) : t('keys.always')}</span>,
    },
    {
      id: 'used',
      heading: t('keys.used'),
      look: 'tight',
      cell: ({ lastUsedOn }) => (
        <span>{lastUsedOn ? formatShortDate(language, lastUsedOn) : t('keys.never')}</span>
      ),
    },
    {
      id: 'state',
      heading: t('members.state'),
      cell: ({ state }) => (
        <span className={state === 'active' ? undefined : 'member-state'}>{t(`keys.state.${state}`)}</span>
      ),
    },
    {
      id: 'actions',
      heading: t('members.actions'),
      cell: (key) =>
        key.state === 'active' ? (
          <div className="member-actions">
            <Button
              look="bare"
              aria-label={t('keys.revokeOf', { name: key.name })}
              onPress={() => onRevoke(key)}
            >
              {t('keys.revoke')}
            </Button>
          </div>
        ) : null,
    },
  ]
}
