import { KeyIcon } from '@phosphor-icons/react/dist/csr/Key'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiKeyAnswer } from '../../../contract/api-key.ts'
import { formatShortDate } from '../../../text/format.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Facts } from '../../ui/facts.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { lazyDialog } from './lazy-dialog.tsx'
import { LongTable } from './long-table.tsx'
import { keysQuery } from './member-query.ts'
import { Section } from './section.tsx'

const KeyDialog = lazyDialog(async () => (await import('./key-dialog.tsx')).KeyDialog)
const RevokeDialog = lazyDialog(async () => (await import('./revoke-dialog.tsx')).RevokeDialog)

/** The keys of programs: whose, until when, and the way to end one. */
export const KeySection = () => {
  const { t } = useText('members')
  const keys = useQuery(keysQuery)
  const [isMaking, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<ApiKeyAnswer>()
  const columns = useColumns(setRevoking)
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
      {keys.error ? <QueryError error={keys.error} onRetry={() => void keys.refetch()} /> : null}
      {!keys.data ? (
        keys.error ? null : (
          <LoadingState sentence={t('state.loading')} />
        )
      ) : keys.data.length === 0 ? (
        <p className="member-lead">{t('keys.empty')}</p>
      ) : (
        <LongTable caption={t('keys.table')} columns={columns} rows={keys.data} keyOf={({ id }) => id} />
      )}
      {isMaking ? <KeyDialog onClose={() => setMaking(false)} /> : null}
      {revoking ? <RevokeDialog apiKey={revoking} onClose={() => setRevoking(undefined)} /> : null}
    </Section>
  )
}

function useColumns(onRevoke: (key: ApiKeyAnswer) => void): Column<ApiKeyAnswer>[] {
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
      cell: ({ memberName, roles }) => (
        <Facts facts={[memberName, ...roles.map((role) => t(`role.${role}`))]} quietAfter={1} />
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
