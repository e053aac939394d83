import { queryOptions } from '@tanstack/react-query'
import type { StaffLanguage } from '../../../domain/language.ts'
import { api, bodyOf } from '../../api.ts'

export const publicationsQuery = queryOptions({
  queryKey: ['publications'],
  queryFn: () => bodyOf(api.publications.$get()),
})

/** What everybody sees of a frozen report, or would see; another that is published meanwhile changes it. */
export const previewQuery = (id: string, language: StaffLanguage) =>
  queryOptions({
    queryKey: ['publications', id, language],
    queryFn: () =>
      bodyOf(api.snapshots[':id'].publication.preview.$get({ param: { id }, query: { language } })),
  })
