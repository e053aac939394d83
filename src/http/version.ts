import { type Refusal, refuse } from '../domain/refusal.ts'

/** How a row's version leaves as an ETag. */
export const etagOf = (version: number): string => `"${version}"`

/**
 * The version that a change is meant for (RFC 9110, If-Match). Refuses none (`version_missing`); what we never gave out
 * matches nothing (`version_stale`).
 */
export function readVersion(header: string | undefined): number | Refusal {
  if (header === undefined) return refuse('version_missing')
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1]
  return version === undefined ? refuse('version_stale') : Number(version)
}

/** For a PUT that adds as well as changes: without If-Match it adds (undefined). */
export const versionOrNew = (header: string | undefined): number | undefined | Refusal =>
  header === undefined ? undefined : readVersion(header)
