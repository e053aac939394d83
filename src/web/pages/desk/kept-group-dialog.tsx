import { useEffect, useRef } from 'react'
import { openKeptGroup } from '../../drafts/kept-group.ts'
import { canSeal } from '../../outbox/seal.ts'
import type { GroupDraft } from '../groups/group-query.ts'
import { GroupDialog, type GroupDialogProps } from './group-dialog.tsx'

/** A new group: what was filled in of it is kept on this device for its author, until it is saved. */
export const KeptGroupDialog = (props: GroupDialogProps) => (
  <GroupDialog {...props} onDraft={useKeptGroup(props)} />
)

/** Takes a change, and keeps it. Saving closes the dialog in the same breath, so an effect would come too late. */
function useKeptGroup(props: GroupDialogProps): GroupDialogProps['onDraft'] {
  const { memberId } = props.author
  const keep = useRef<(group: GroupDraft | undefined) => void>(undefined)
  const now = useRef(props)
  now.current = props
  useEffect(() => {
    if (!canSeal()) return
    let isGone = false
    const begin = async () => {
      const opened = await openKeptGroup<GroupDraft>(memberId)
      if (isGone) return
      const { draft, onDraft } = now.current
      if (!isEmpty(draft)) opened.keep(draft)
      else if (opened.found) onDraft(opened.found)
      keep.current = opened.keep
    }
    // Without a key it is not kept; what is filled in stays as long as the page does.
    begin().catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [memberId])
  return (draft) => {
    keep.current?.(isEmpty(draft) ? undefined : draft)
    props.onDraft(draft)
  }
}

const isEmpty = ({ theme, people }: GroupDraft) => theme === '' && people === ''
