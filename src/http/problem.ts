import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import type { Problem } from '../contract/problem.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import { refusalMessage } from '../text/refusal-message.ts'
import type { RequestEnv } from './context.ts'
import { invalidFields } from './invalid-field.ts'

/** Thrown by middleware and handlers for an expected "no" that ends the request. */
export class ProblemError extends Error {
  readonly status: ContentfulStatusCode
  readonly refusal: Refusal

  constructor(status: ContentfulStatusCode, code: string, details: Refusal['details'] = {}) {
    super(code)
    this.status = status
    this.refusal = refuse(code, details)
  }
}

/** The status of what a store or a rule refuses; what is not named here is well formed but against a rule: 422. */
const refusalStatus: Readonly<Record<string, ContentfulStatusCode>> = {
  wrong_credentials: 401,
  pin_over: 401,
  forbidden: 403,
  invalid_input: 400,
  not_found: 404,
  id_taken: 409,
  name_taken: 409,
  import_busy: 409,
  import_not_found: 404,
  card_unknown: 404,
  import_file_too_large: 413,
  import_files_full: 409,
  case_open: 409,
  device_revoked: 403,
  quarantine_decided: 409,
  code_taken: 409,
  follow_up_changed: 409,
  follow_up_done: 409,
  handover_open: 409,
  handover_over: 409,
  card_not_blank: 409,
  card_not_linked: 409,
  card_over: 409,
  file_there: 409,
  report_unpublished: 409,
  report_withdrawn: 409,
  version_stale: 412,
  version_missing: 428,
  version_unreadable: 400,
}

/** The value that was asked for; a refusal ends the request with its problem. */
export function orProblem<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new ProblemError(refusalStatus[value.code] ?? 422, value.code, value.details)
  return value
}

/** Every error leaves as application/problem+json, in the reader's language, without a word about our insides. */
export function answerError(error: Error, c: Context<RequestEnv>) {
  if (error instanceof ProblemError) return answerProblem(c, error.status, error.refusal)
  // A body that is no JSON, and text that no database holds (a NUL): what was sent is at fault, not we.
  if (isUnreadable(error)) return answerProblem(c, 400, refuse('body_unreadable'))
  if (error instanceof HTTPException) {
    // because: Hono's own exceptions carry a content status (400, 403, 413 …)
    return answerProblem(c, error.status as ContentfulStatusCode, refuse(codeOf(error.status)))
  }
  c.var.services.log.error({ requestId: c.var.requestId, error: placeOf(error) }, 'failed')
  return answerProblem(c, 500, refuse('internal'))
}

export function answerProblem(
  c: Context<RequestEnv>,
  status: ContentfulStatusCode,
  refusal: Refusal,
  fields?: Problem['fields'],
) {
  // A body that is too large is not read to its end: what follows on this connection would be its rest.
  if (status === 413) c.header('connection', 'close')
  return c.json(problemBody(c, status, refusal, fields), status, {
    'content-type': 'application/problem+json',
  })
}

/** The problem in the reader's language. */
export function problemBody(
  c: Context<RequestEnv>,
  status: number,
  refusal: Refusal,
  fields?: Problem['fields'],
): Problem {
  const title = refusalMessage(c.var.language, refusal)
  const { field } = refusal.details
  const named = typeof field === 'string' ? [{ path: field, message: title }] : undefined
  return {
    type: 'about:blank',
    status,
    code: refusal.code,
    title,
    requestId: c.var.requestId,
    ...(fields || named ? { fields: fields ?? named } : {}),
  }
}

/** For zod-openapi: what was asked does not have the form that the contract declares. */
export const answerInvalid = (
  result: { success: boolean; error?: z.ZodError; data?: unknown },
  c: Context<RequestEnv>,
) => {
  if (result.success || !result.error) return undefined
  const fields = invalidFields(result.error.issues, result.data, c.var.language)
  return answerProblem(c, 400, refuse('invalid_input', { field: fields[0]?.path ?? '' }), fields)
}

const isUnreadable = (error: Error): boolean =>
  error instanceof HTTPException
    ? error.status === 400 || error.status === 415
    : 'code' in error && ['22021', '22P05'].includes(String(error.code))

const codeOf = (status: number): string =>
  ({ 403: 'forbidden', 404: 'not_found', 413: 'too_large' })[status] ?? 'invalid_input'

/** Only the kind of error and where it happened: messages of the database may quote a person's words. */
const placeOf = (error: Error) => ({
  name: error.name,
  code: 'code' in error ? error.code : undefined,
  at: error.stack
    ?.split('\n')
    .filter((line) => line.includes(' at '))
    .slice(0, 6),
})
