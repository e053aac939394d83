import { type Author, keepNoted, takeNoted } from '../../outbox/outbox.ts'
import { canSeal } from '../../outbox/seal.ts'
import { type GroupDraft, putGroup, voidGroup } from './group-query.ts'

/** Keeps a group on this device until the databank has it. Without cryptography it arrives or throws. */
export async function keepGroup(author: Author, draft: GroupDraft): Promise<void> {
  if (!canSeal()) return void (await putGroup(draft))
  const { id, people, ...rest } = draft
  await keepNoted(author, id, { kind: 'group', group: { id, people: Number(people), ...rest } })
}

/** Takes it out again, here or in the databank when it has arrived there. */
export async function takeGroupBack(author: Author, draft: GroupDraft, reason: string): Promise<void> {
  if (canSeal() && (await takeNoted(author, draft.id, reason))) return
  await voidGroup(draft, reason)
}
