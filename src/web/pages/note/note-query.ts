import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { OwnNote } from '../../../contract/note.ts'
import type { LocalDate } from '../../../domain/local-date.ts'
import { api, bodyOf, done, onVersion } from '../../api.ts'

const one = api.requests[':id'].note

export const noteQuery = (id: string) =>
  queryOptions({
    queryKey: ['note', id],
    queryFn: async (): Promise<OwnNote | null> => (await bodyOf(one.$get({ param: { id } }))).note,
  })

export const saveNote = (
  id: string,
  note: { readonly text: string; readonly eraseOn: LocalDate },
  before: OwnNote | null,
): Promise<OwnNote> =>
  bodyOf(one.$put({ param: { id }, json: note, header: {} }, before ? onVersion(before.version) : undefined))

export const eraseNote = (id: string, { version }: OwnNote): Promise<void> =>
  done(one.$delete({ param: { id }, header: {} }, onVersion(version)))

export const keepNote = (queries: QueryClient, id: string, note: OwnNote | null) =>
  queries.setQueryData(noteQuery(id).queryKey, note)
