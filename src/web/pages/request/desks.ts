import { queryOptions } from '@tanstack/react-query'
import { api, bodyOf } from '../../api.ts'

/** The desks of the city in their order, retired ones too. */
export const desksQuery = queryOptions({
  queryKey: ['desks', 'choices'],
  queryFn: async () => (await bodyOf(api.desks.$get())).items,
})
