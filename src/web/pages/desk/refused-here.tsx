import { useQueryClient } from '@tanstack/react-query'
import { RefusedCompletions } from '../today/refused-completions.tsx'
import { useTickOff } from '../today/use-tick-off.ts'
import { RefusedGroups, type RefusedGroupsProps } from './refused-groups.tsx'
import { RefusedVisits, type RefusedVisitsProps } from './refused-visits.tsx'

/** Everything that the databank did not take, whatever it was. */
export const RefusedHere = ({ isFree, onMend, ...rest }: RefusedVisitsProps & RefusedGroupsProps) => {
  const queries = useQueryClient()
  const tickOff = useTickOff(() => queries.invalidateQueries({ queryKey: ['requests'] }))
  return (
    <>
      <RefusedVisits isFree={isFree} onMend={onMend} />
      <RefusedGroups {...rest} />
      <RefusedCompletions tickOff={tickOff} />
    </>
  )
}
