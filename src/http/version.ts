import type { Context } from 'hono'
import { refuse } from '../domain/refusal.ts'
import type { RequestEnv } from './context.ts'
import { orProblem } from './problem.ts'

/** How a row's version leaves as an ETag. */
export const etagOf = (version: number): string => `"${version}"`

/**
 * The version that a change is meant for (RFC 9110, If-Match). Ends the request when there is none (`version_missing`)
 * and when it is written as no version of ours is (`version_unreadable`).
 */
export const readVersion = (c: Context<RequestEnv>): number =>
  versionOrNew(c) ?? orProblem<number>(refuse('version_missing'))

/** For a PUT that adds as well as changes: without If-Match it adds (undefined). */
export function versionOrNew(c: Context<RequestEnv>): number | undefined {
  const header = c.req.header('if-match')
  if (header === undefined) return undefined
  // Weak: what a proxy on the way makes of an ETag.
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1]
  return version === undefined ? orProblem<number>(refuse('version_unreadable')) : Number(version)
}
