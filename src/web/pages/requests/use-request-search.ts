import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { paths } from '../../paths.ts'
import { type RequestSearch, readRequestSearch } from '../../search.ts'

/** The filter as the address holds it, and the ways to change it. The page stays where it is on the screen. */
export function useRequestSearch() {
  const asked = useSearch({ from: '/signed-in/requests' })
  // The router keeps what else the address holds; no filter has it.
  const search = useMemo(() => readRequestSearch({ ...asked }), [asked])
  const navigate = useNavigate()
  return {
    search,
    // In one order, so that the same filter is the same address.
    filterBy: (filter: RequestSearch) =>
      void navigate({ to: paths.requests, search: readRequestSearch({ ...filter }), resetScroll: false }),
    // One step back is to before the search, not to the letter before. What else the address holds then, stays.
    searchFor: (q: string | undefined) =>
      void navigate({
        to: paths.requests,
        search: (now) => ({ ...now, q }),
        replace: search.q !== undefined,
        resetScroll: false,
      }),
  }
}
