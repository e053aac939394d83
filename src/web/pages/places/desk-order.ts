import { useState } from 'react'
import type { Desk } from '../../../contract/desk.ts'
import { announce } from '../../announcement.ts'
import { api, done, sayFailure } from '../../api.ts'
import { useText } from '../../use-text.ts'
import { useRefreshPlaces } from './places-query.ts'

/** The desks with these two in each other's place. */
export const moved = (all: readonly Desk[], desk: Desk, other: Desk): Desk[] =>
  all.map((each) => (each.id === desk.id ? other : each.id === other.id ? desk : each))

export function useDeskOrder() {
  const { t } = useText()
  const refresh = useRefreshPlaces()
  const [isBusy, setBusy] = useState(false)
  const order = async (desks: readonly Desk[]) => {
    setBusy(true)
    try {
      await done(api['desk-order'].$put({ json: { ids: desks.map(({ id }) => id) } }))
    } catch (error) {
      announce({ sentence: sayFailure(error, t) })
    }
    await refresh()
    setBusy(false)
  }
  return { order, isBusy }
}
