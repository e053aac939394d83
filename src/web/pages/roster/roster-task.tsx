import { useState } from 'react'
import { ColleagueDialog } from './colleague-dialog.tsx'
import { RosterDialog } from './roster-dialog.tsx'
import type { Whose } from './roster-query.ts'

/** One's own week, or first the question whose. */
export const RosterTask = ({ isOwn, onClose }: { isOwn: boolean; onClose: () => void }) => {
  const [whose, setWhose] = useState<Whose>(null)
  return isOwn || whose ? (
    <RosterDialog whose={whose} onClose={onClose} />
  ) : (
    <ColleagueDialog onChoose={setWhose} onClose={onClose} />
  )
}
