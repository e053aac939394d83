import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MemberAnswer } from '../../../contract/member.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf } from '../../api.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Select } from '../../ui/select.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { FormDialog } from './form-dialog.tsx'
import { useRefreshMembers } from './member-query.ts'
import { useEnabling } from './use-enabling.ts'

const nobody = ''

/** Before somebody is shut out: what that does, and who takes over what was open. */
export const DisablingDialog = ({ member, onClose }: { member: MemberAnswer; onClose: () => void }) => {
  const { t } = useText('member')
  const { id, name } = member
  const before = useQuery({
    queryKey: ['members', id, 'disabling'],
    queryFn: () => bodyOf(api.members[':id'].disabling.$get({ param: { id } })),
    staleTime: 0,
  })
  const [chosen, setChosen] = useState<string>()
  const successors = before.data?.successors ?? []
  // The coach stands first, when there is one; nobody else is chosen unasked.
  const selected = chosen ?? successors.find(({ isCoach }) => isCoach)?.id ?? nobody
  const successor = successors.find((each) => each.id === selected)
  const shutOut = useShuttingOut(member, onClose)
  const count = before.data?.openRequests ?? 0
  return (
    <FormDialog
      title={t('leaving.title', { name })}
      submitLabel={t('leaving.do')}
      busyLabel={t('action.saving')}
      isReady={before.data !== undefined}
      onClose={onClose}
      onSubmit={() => shutOut(count > 0 ? successor : undefined)}
    >
      <p>{t('leaving.effect', { name })}</p>
      {before.error ? (
        <QueryError error={before.error} onRetry={() => void before.refetch()} />
      ) : !before.data ? (
        <LoadingState sentence={t('state.loading')} />
      ) : count === 0 ? (
        <p>{t('leaving.none', { name })}</p>
      ) : (
        <>
          <Select
            label={t('leaving.to')}
            options={[
              ...successors.map((each) => ({
                id: String(each.id),
                label: each.isCoach ? t('leaving.coach', { name: each.name }) : each.name,
              })),
              { id: nobody, label: t('leaving.nobody', { name }) },
            ]}
            selected={selected}
            onSelect={setChosen}
          />
          <p className="leaving-moves" role="status">
            {successor ? t('leaving.moves', { count, name: successor.name }) : t('leaving.stays', { name })}
          </p>
        </>
      )}
    </FormDialog>
  )
}

function useShuttingOut({ id, name }: MemberAnswer, onClose: () => void) {
  const { t } = useText('member')
  const refresh = useRefreshMembers()
  const enable = useEnabling()
  return async (successor: { readonly id: MemberAnswer['id']; readonly name: string } | undefined) => {
    const json = { successorId: successor?.id ?? null }
    const { moved } = await bodyOf(api.members[':id'].disabling.$put({ param: { id }, json }))
    const sentence =
      successor && moved > 0
        ? t('leaving.doneMoved', { count: moved, name, successor: successor.name })
        : t('leaving.done', { name })
    announce({ sentence, undo: () => enable({ id, name }) })
    await refresh()
    onClose()
  }
}
