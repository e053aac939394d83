import { queryOptions } from '@tanstack/react-query'
import { api, bodyOf } from '../../api.ts'

/** To whom a frozen report was sent; asked again for as long as a letter is on its way. */
export const mailingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['mailings', id],
    queryFn: () => bodyOf(api.snapshots[':id'].mailings.$get({ param: { id } })),
    refetchInterval: ({ state: { data } }) =>
      data?.items.some(({ letters }) => letters.some(({ state }) => state === 'waiting')) ? 1000 : false,
  })
