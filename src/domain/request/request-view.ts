import { type Refusal, refuse } from '../refusal.ts'

/** A filter that somebody keeps under a name; `search` is the address part of the page, without a question mark. */
export interface RequestView {
  readonly id: string
  readonly name: string
  readonly search: string
}

export const mostViews = 100

/** Whether a person with these views may keep this one: refuses `name_taken` and `too_many_views`. */
export function checkView(own: readonly RequestView[], view: RequestView): Refusal | undefined {
  if (own.some(({ id, name }) => id !== view.id && name === view.name))
    return refuse('name_taken', { name: view.name })
  const isNew = !own.some(({ id }) => id === view.id)
  return isNew && own.length >= mostViews ? refuse('too_many_views', { most: mostViews }) : undefined
}
