import { queryOptions } from '@tanstack/react-query'
import type { GroupContact } from '../../../contract/group-contact.ts'
import type { LocalDate } from '../../../domain/local-date.ts'
import { api, bodyOf, done } from '../../api.ts'

/** A group as somebody fills it in. */
export interface GroupDraft {
  readonly id: string
  readonly heldOn: LocalDate
  readonly deskId: string
  readonly theme: string
  readonly people: string
}

/** Groups that were met in a period, as far as this person may see. */
export const groupsQuery = (period: { readonly from: LocalDate; readonly to: LocalDate }) =>
  queryOptions({
    queryKey: ['group-contacts', period],
    queryFn: async () => (await bodyOf(api['group-contacts'].$get({ query: period }))).items,
  })

export const putGroup = ({ id, people, ...rest }: GroupDraft): Promise<{ id: string }> =>
  bodyOf(api['group-contacts'][':id'].$put({ param: { id }, json: { ...rest, people: Number(people) } }))

export const voidGroup = ({ id }: Pick<GroupContact, 'id'> | { id: string }, reason: string): Promise<void> =>
  done(api['group-contacts'][':id'].voiding.$put({ param: { id }, json: { reason } }))

export const countGroupAgain = ({ id }: { readonly id: string }): Promise<void> =>
  done(api['group-contacts'][':id'].voiding.$delete({ param: { id } }))
