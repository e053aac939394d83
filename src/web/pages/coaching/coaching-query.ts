import { type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CoachingCase, TrainingWish } from '../../../contract/coaching.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf, done, onVersion, sayFailure } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useText } from '../../use-text.ts'

const oneCase = api['coaching-cases'][':id']
const oneWish = api['training-wishes'][':id']

/** The cases of whoever is signed in, of one request or all. */
export const casesQuery = (requestId?: string) =>
  queryOptions({
    queryKey: ['coaching', 'cases', requestId ?? 'all'],
    queryFn: async () =>
      (await bodyOf(api['coaching-cases'].$get({ query: requestId ? { requestId } : {} }))).items,
  })

export const teamQuery = queryOptions({
  queryKey: ['coaching', 'team'],
  queryFn: () => bodyOf(api['coached-team'].$get()),
})

export const wishesQuery = queryOptions({
  queryKey: ['coaching', 'wishes'],
  queryFn: async () => (await bodyOf(api['training-wishes'].$get())).items,
})

export const askCoach = (requestId: string, question: string | null): Promise<CoachingCase> =>
  bodyOf(oneCase.$put({ param: { id: newId() }, json: { requestId, question } }))

export const answerCase = ({ id, version }: CoachingCase, text: string): Promise<CoachingCase> =>
  bodyOf(oneCase.answer.$put({ param: { id }, json: { text }, header: {} }, onVersion(version)))

export const closeCase = ({ id, version }: CoachingCase): Promise<CoachingCase> =>
  bodyOf(oneCase.closing.$put({ param: { id }, header: {} }, onVersion(version)))

export const reopenCase = ({ id, version }: CoachingCase): Promise<CoachingCase> =>
  bodyOf(oneCase.closing.$delete({ param: { id }, header: {} }, onVersion(version)))

export const addWish = (wish: string): Promise<TrainingWish> =>
  bodyOf(oneWish.$put({ param: { id: newId() }, json: { wish } }))

export const dropWish = ({ id }: TrainingWish): Promise<void> => done(oneWish.$delete({ param: { id } }))

export const meetWish = ({ id, metAt }: TrainingWish): Promise<TrainingWish> =>
  bodyOf(metAt ? oneWish.fulfilment.$delete({ param: { id } }) : oneWish.fulfilment.$put({ param: { id } }))

const refresh = (queries: QueryClient) =>
  Promise.all(['coaching', 'requests'].map((of) => queries.invalidateQueries({ queryKey: [of] })))

/** Does one thing at a time, says that it is done, and asks anew for what it may touch. */
export function useDoing() {
  const { t } = useText()
  const queries = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const act = async (work: () => Promise<unknown>, sentence: string, onDone?: () => void) => {
    if (isBusy) return
    setBusy(true)
    setFailure(undefined)
    try {
      await work()
      announce({ sentence })
      onDone?.()
    } catch (error) {
      setFailure(sayFailure(error, t))
    }
    await refresh(queries)
    setBusy(false)
  }
  return { act, isBusy, failure }
}
