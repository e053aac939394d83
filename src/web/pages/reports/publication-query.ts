import { queryOptions } from '@tanstack/react-query'
import type { StaffLanguage } from '../../../domain/language.ts'
import type { PublishedAudience } from '../../../domain/report/report-format.ts'
import { api, bodyOf } from '../../api.ts'

export const publicationsQuery = queryOptions({
  queryKey: ['publications'],
  queryFn: () => bodyOf(api.publications.$get()),
})

interface Reading {
  readonly id: string
  readonly audience: PublishedAudience
  readonly language: StaffLanguage
}

const readPreview = ({ id, ...query }: Reading) =>
  bodyOf(api.snapshots[':id'].publication.preview.$get({ param: { id }, query }))
export type PublicationPreview = Awaited<ReturnType<typeof readPreview>>

/** What an audience sees of a frozen report, or would see; another that is published meanwhile changes it. */
export const previewQuery = ({ id, ...query }: Reading) =>
  queryOptions({
    queryKey: ['publications', 'preview', id, query],
    queryFn: () => readPreview({ id, ...query }),
  })

/** A report as it was published. */
export const publishedQuery = ({ id, ...query }: Reading) =>
  queryOptions({
    queryKey: ['publications', 'published', id, query],
    queryFn: () => bodyOf(api.snapshots[':id'].publication.$get({ param: { id }, query })),
  })
