import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { ImportDetail } from '../../../contract/import.ts'
import type { CodedField } from '../../../domain/import/import-field.ts'
import type { StaffLanguage } from '../../../domain/language.ts'
import { api, bodyOf, done, onVersion } from '../../api.ts'

const one = api.imports[':id']

const pollMs = 500

/** One import; while it is at work it is asked again and again how far it is. */
export const importQuery = (id: string, language: StaffLanguage) =>
  queryOptions({
    queryKey: ['imports', 'one', id, language],
    queryFn: () => bodyOf(one.$get({ param: { id } })),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === 'busy' ? pollMs : false),
  })

export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports', 'list'],
  queryFn: ({ pageParam }) => bodyOf(api.imports.$get({ query: pageParam ? { cursor: pageParam } : {} })),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
  staleTime: 0,
})

export const columnsQuery = (id: string, organizationId: string | undefined) =>
  queryOptions({
    queryKey: ['imports', 'columns', id, organizationId],
    queryFn: () =>
      bodyOf(one.columns.$get({ param: { id }, query: organizationId ? { organizationId } : {} })),
    staleTime: 0,
  })

export const valuesQuery = (id: string, language: StaffLanguage) =>
  queryOptions({
    queryKey: ['imports', 'values', id, language],
    queryFn: () => bodyOf(one.values.$get({ param: { id } })),
    staleTime: 0,
  })

export const codesQuery = (field: CodedField, language: StaffLanguage) =>
  queryOptions({
    queryKey: ['import-codes', field, language],
    queryFn: () => bodyOf(api['import-codes'].$get({ query: { field } })),
  })

export const changesQuery = (id: string, language: StaffLanguage) =>
  infiniteQueryOptions({
    queryKey: ['imports', 'changes', id, language],
    queryFn: ({ pageParam }) =>
      bodyOf(one.changes.$get({ param: { id }, query: { after: String(pageParam) } })),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })

export const mappingsQuery = (organizationId: string | undefined, language: StaffLanguage) =>
  queryOptions({
    queryKey: ['imports', 'mappings', organizationId, language],
    queryFn: () => bodyOf(api['import-mappings'].$get({ query: organizationId ? { organizationId } : {} })),
    staleTime: 0,
  })

/** Keeps what the columns hold, and begins at once to read the file by it. */
export async function keepColumns(
  { id, version }: Pick<ImportDetail, 'id' | 'version'>,
  json: Parameters<typeof one.columns.$put>[0]['json'],
): Promise<ImportDetail> {
  await bodyOf(one.columns.$put({ param: { id }, json, header: {} }, onVersion(version)))
  return beginTrial(id)
}

export const beginTrial = (id: string): Promise<ImportDetail> => bodyOf(one.trial.$put({ param: { id } }))
export const beginRun = (id: string): Promise<ImportDetail> => bodyOf(one.run.$put({ param: { id } }))

export const decide = (
  { id, version }: Pick<ImportDetail, 'id' | 'version'>,
  json: Parameters<typeof one.decisions.$put>[0]['json'],
): Promise<ImportDetail> =>
  bodyOf(one.decisions.$put({ param: { id }, json, header: {} }, onVersion(version)))

export const acceptRow = (id: string, { row, version }: { readonly row: number; readonly version: number }) =>
  bodyOf(
    one.changes[':row'].acceptance.$put({ param: { id, row: String(row) }, header: {} }, onVersion(version)),
  )

export const undoImport = (id: string) => bodyOf(one.undoing.$put({ param: { id } }))
export const forgetFile = (id: string): Promise<void> => done(one.file.$delete({ param: { id } }))
export const forgetMapping = (id: string): Promise<void> =>
  done(api['import-mappings'][':id'].$delete({ param: { id } }))

/** Whatever an import touches is asked again: at once what is on the screen, the rest when it is next shown. */
export async function refreshImports(queries: QueryClient): Promise<void> {
  const touched = ['imports', 'requests', 'report', 'desks', 'members', 'calendar']
  await Promise.all(touched.map((name) => queries.invalidateQueries({ queryKey: [name] })))
}
