import type { MemberAnswer } from '../../../contract/member.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf } from '../../api.ts'
import { useText } from '../../use-text.ts'
import { useRefreshMembers } from './member-query.ts'

/** Lets somebody in again and says what came back. */
export function useEnabling() {
  const { t } = useText('members')
  const refresh = useRefreshMembers()
  return async ({ id, name }: Pick<MemberAnswer, 'id' | 'name'>) => {
    const { moved } = await bodyOf(api.members[':id'].disabling.$delete({ param: { id } }))
    await refresh()
    announce({
      sentence: moved > 0 ? t('leaving.backMoved', { count: moved, name }) : t('leaving.back', { name }),
    })
  }
}
