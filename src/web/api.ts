import { type ClientResponse, hc } from 'hono/client'
import type { Problem } from '../contract/problem.ts'
import type { App } from '../http/app.ts'
import { chosenLanguage } from './language.ts'

/** What every question says besides. */
export const headers = () => ({ 'accept-language': chosenLanguage() })

/** The server's own routes, typed by them. */
const server = hc<App>('/', { headers }).api
export const api = server.v1

/** For who is not signed in yet but holds a link. */
export const door = server.auth

/** What the server refuses; `title` is a sentence for the reader in their language. */
export class ProblemAnswer extends Error {
  readonly status: number
  readonly code: string

  constructor({ status, code, title }: Pick<Problem, 'status' | 'code' | 'title'>) {
    super(title)
    this.status = status
    this.code = code
  }
}

/** Why something did not work: in the words of the server, or that it did not answer. */
export const sayFailure = (error: unknown, t: (key: 'state.offline') => string): string =>
  error instanceof ProblemAnswer ? error.message : t('state.offline')

export const isProblem = (error: unknown, code: string): boolean =>
  error instanceof ProblemAnswer && error.code === code

export type Answer = ClientResponse<unknown, number, string>
type Good = 200 | 201 | 202
type Wanted<Given> =
  Given extends ClientResponse<infer Body, infer Status, 'json'>
    ? Status extends Good
      ? Body
      : never
    : never

/** The body that was asked for; a problem that came instead is thrown. */
export async function bodyOf<Given extends Answer>(asked: Promise<Given>): Promise<Wanted<Given>> {
  const answer = await asked
  if (!answer.ok) throw await readProblem(answer)
  // because: the contract's good answers that hold something have one of these statuses, and `ok` means one of them
  return (await answer.json()) as Wanted<Given>
}

/** Every page of a list, one after the other: for what a screen must know whole. */
export async function everyItem<Item>(
  ask: (query: { limit: string; cursor?: string }) => Promise<{ items: Item[]; next?: string | undefined }>,
): Promise<Item[]> {
  const items: Item[] = []
  let next: string | undefined
  do {
    const page = await ask({ limit: '200', ...(next ? { cursor: next } : {}) })
    items.push(...page.items)
    next = page.next
  } while (next)
  return items
}

/** For an answer without a body: it is there, or its problem is thrown. */
export async function done(asked: Promise<Answer>): Promise<void> {
  const answer = await asked
  if (!answer.ok) throw await readProblem(answer)
}

/** Which version a change is meant for. */
export const onVersion = (version: number) => ({ headers: { ...headers(), 'if-match': `"${version}"` } })

/** The sign-in addresses belong to the sign-in library: they take JSON and answer without a body. */
export async function postSignIn(step: 'email' | 'demo', body: Record<string, string>): Promise<void> {
  await post(`/api/auth/sign-in/${step}`, body)
}

/** Signs in with what a code opened on this device; answers what it opens the next time. */
export async function postPin(token: string): Promise<string> {
  const { token: next } = await (await post('/api/auth/sign-in/pin', { token })).json()
  return next
}

export const postSignOut = async (): Promise<void> => {
  await post('/api/auth/sign-out', {})
}

async function post(address: string, body: Record<string, string>): Promise<Response> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { ...headers(), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw await readProblem(answer)
  return answer
}

/** What was refused, or that the answer is none of ours. */
export async function readProblem(answer: { status: number; json: () => Promise<unknown> }): Promise<Error> {
  const body = await answer.json().catch(() => undefined)
  return isProblemBody(body) ? new ProblemAnswer(body) : new Error(`answer ${answer.status}`)
}

const isProblemBody = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'title' in body && 'status' in body
