import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import type { Session } from '../../contract/session.ts'
import type { paths } from '../paths.ts'
import type { PeriodSearch } from '../search.ts'

interface Opening {
  readonly context: { readonly queries: QueryClient; readonly session: Session }
  readonly search: PeriodSearch
}

/** A report is about a period, which stands in the address; without one it goes to the period that has data. */
export const goToPeriod =
  (path: typeof paths.reports | typeof paths.making) =>
  async ({ context: { queries, session }, search }: Opening): Promise<void> => {
    if ((search.from && search.to) || !session.rights.includes('reports.live')) return
    const { defaultPeriod } = await import('../pages/period/default-period.ts')
    const period = await defaultPeriod(queries, session.city)
    throw redirect({ to: path, search: period, replace: true })
  }
