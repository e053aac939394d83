import { queryOptions } from '@tanstack/react-query'
import { api, bodyOf } from '../../api.ts'

/** Who a client is: asked each time, kept by no device. */
export const fileQuery = (id: string) =>
  queryOptions({
    queryKey: ['client', id, 'file'],
    queryFn: () => bodyOf(api.clients[':id'].file.$get({ param: { id } })),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
