import { useQuery } from '@tanstack/react-query'
import type { RequestRecord } from '../../../domain/request/request-record.ts'
import { sessionQuery } from '../../session.ts'
import { CoachPart } from '../coaching/coach-part.tsx'
import { HandoverPart } from '../coaching/handover-part.tsx'
import { NoteSection } from '../note/note-section.tsx'

/** What is not of the request itself, and only for who looks after it, the coach or a colleague who was asked. */
export const OwnPart = ({ record: { id, guide, caretaker, voided } }: { record: RequestRecord }) => {
  const { data: session } = useQuery(sessionQuery)
  if (!session) return null
  const { member, rights } = session
  const isMine = [guide.id, caretaker?.id].includes(member.id)
  const looksAfter = (caretaker ?? guide).id === member.id
  return (
    <div className="request-own">
      {rights.includes('handovers.make') ? (
        <HandoverPart requestId={id} mayOffer={looksAfter && !voided} />
      ) : null}
      {rights.includes('coaching.read') ? (
        <CoachPart requestId={id} mayAsk={isMine && !voided && rights.includes('coaching.ask')} />
      ) : null}
      {rights.includes('notes.write') && isMine ? <NoteSection requestId={id} /> : null}
    </div>
  )
}
