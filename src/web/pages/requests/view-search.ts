import { type RequestSearch, readRequestSearch } from '../../search.ts'

/** A filter as the address writes it, in one order: two that find the same read the same. */
export function writeViewSearch(filter: RequestSearch): string {
  const parts = Object.entries(readRequestSearch({ ...filter })).filter(([, value]) => value !== undefined)
  return new URLSearchParams(Object.fromEntries(parts.map(([key, value]) => [key, String(value)]))).toString()
}

export const readViewSearch = (search: string): RequestSearch =>
  readRequestSearch(Object.fromEntries(new URLSearchParams(search)))
