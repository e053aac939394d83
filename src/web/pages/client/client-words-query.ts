import { queryOptions } from '@tanstack/react-query'
import type { ClientLanguage } from '../../../domain/client-language.ts'
import { api, bodyOf } from '../../api.ts'

/** What the city says in a language: asked each time, kept by no device. */
export const clientWordsQuery = (language: ClientLanguage) =>
  queryOptions({
    queryKey: ['client-words', language],
    queryFn: () => bodyOf(api['client-words'][':language'].$get({ param: { language } })),
    retry: false,
    staleTime: 0,
    gcTime: 0,
  })

export const clientLanguagesQuery = queryOptions({
  queryKey: ['client-words'],
  queryFn: async () => (await bodyOf(api['client-words'].$get())).items,
})
