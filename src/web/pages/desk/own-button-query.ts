import { queryOptions } from '@tanstack/react-query'
import type { OwnButtons } from '../../../contract/own-button.ts'
import { api, bodyOf, onVersion, ProblemAnswer } from '../../api.ts'
import { recall, remember } from '../../browser-memory.ts'
import type { Author } from '../../outbox/outbox.ts'

export type OwnButton = OwnButtons['items'][number]

/** This guide's own buttons; without a network those of last time. */
export const ownButtonsQuery = ({ memberId }: Author) =>
  queryOptions({
    queryKey: ['own-buttons', memberId],
    queryFn: async () => {
      try {
        const kept = await bodyOf(api['own-buttons'].$get())
        remember(`buttons.${memberId}`, JSON.stringify(kept))
        return kept
      } catch (error) {
        const known = recall(`buttons.${memberId}`)
        if (known === undefined || error instanceof ProblemAnswer) throw error
        // because: only the line above writes it
        return JSON.parse(known) as OwnButtons
      }
    },
    staleTime: 600_000,
  })

export const putOwnButtons = (items: OwnButton[], version: number): Promise<OwnButtons> =>
  bodyOf(api['own-buttons'].$put({ header: {}, json: { items } }, onVersion(version)))
