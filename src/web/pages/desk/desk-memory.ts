import { recall } from '../../browser-memory.ts'

export interface Place {
  readonly id: string
  readonly name: string
}

/** Where this browser noted the last visit. */
export const firstDesk = (desks: readonly Place[]): string => {
  const known = recall('desk')
  return desks.find(({ id }) => id === known)?.id ?? desks[0]?.id ?? ''
}
