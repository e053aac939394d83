import { useNavigate, useSearch } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { type MembersSearch, readMembersSearch } from '../../search.ts'

/** Who is looked for, as the address holds it; one step back is to before the search, not to the letter before. */
export function useMemberSearch() {
  const asked = useSearch({ from: '/signed-in/manage/members' })
  const search = readMembersSearch({ ...asked })
  const navigate = useNavigate()
  return {
    search,
    narrow: (next: MembersSearch) =>
      void navigate({
        to: paths.members,
        search: readMembersSearch({ ...next }),
        replace: search.q !== undefined && next.q !== undefined,
        resetScroll: false,
      }),
  }
}
