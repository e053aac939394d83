import { sql } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { CityCode, CodeListName, CodeWords } from '../../domain/code-list/code-list.ts'
import { refuseTakenName } from '../../domain/code-list/code-name.ts'
import { refuseOrder } from '../../domain/code-list/code-order.ts'
import { refuseCode } from '../../domain/code-list/code-proposal.ts'
import {
  type ChangedWords,
  hasSameWords,
  refuseWords,
  withChanges,
} from '../../domain/code-list/code-words.ts'
import { refuseRetirement } from '../../domain/code-list/needed-code.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { writeAuditEvent } from '../audit-store.ts'
import type { Tx } from '../database.ts'
import { makeUuid } from '../uuid.ts'
import { columnsOfWords, keepVersions } from './code-history-store.ts'
import { insertCodes, listCodes } from './code-list-store.ts'

interface Place {
  readonly list: CodeListName
  readonly code: string
}

interface Versioned extends Place {
  /** The version that the change is meant for. */
  readonly version: number
}

/**
 * Adds a code at the end of its list or theme. The same again is answered with what is there, `isNew` false.
 * Refuses `code_taken`, `name_taken`, `words_register_number`, and what refuseCode refuses.
 */
export async function addCode(
  tx: Tx,
  actor: Actor,
  { list, code, parent, ...words }: Place & CodeWords & { readonly parent: string | null },
): Promise<{ readonly item: CityCode; readonly isNew: boolean } | Refusal> {
  const { codes, version } = await lockList(tx, list)
  const there = codes.find((other) => other.code === code)
  if (there)
    return there.parent === parent && hasSameWords(there, words)
      ? { item: there, isNew: false }
      : refuse('code_taken', { code })
  const refused =
    refuseCode({ list, code, parent }, codes) ??
    refuseWords(words) ??
    refuseTakenName({ list, code, ...words }, codes, undefined)
  if (refused) return refused
  const position =
    Math.max(-1, ...codes.filter((other) => other.parent === parent).map((other) => other.position)) + 1
  const added = { id: makeUuid(), list, code, parent, position, active: true, sensitive: false, ...words }
  await insertCodes(tx, actor.cityId, [added])
  const item = { ...added, version: 1 }
  await closeChange(tx, actor, { list, version, event: 'code.added', changed: [item] })
  return { item, isNew: true }
}

/** Changes what is said of a code. Refuses `not_found`, `version_stale`, `name_taken` and `words_register_number`. */
export async function changeWords(
  tx: Tx,
  actor: Actor,
  { words, ...asked }: Versioned & { readonly words: ChangedWords },
): Promise<CityCode | Refusal> {
  const { codes, version } = await lockList(tx, asked.list)
  // Asked again because the answer was lost: it is so already, and nobody else's change is overwritten.
  const already = codes.find(({ code }) => code === asked.code)
  if (already && hasSameWords(already, withChanges(already, words))) return already
  const item = findVersion(codes, asked)
  if (isRefusal(item)) return item
  const next = withChanges(item, words)
  const refused = refuseWords(next) ?? refuseTakenName(next, codes, item)
  if (refused) return refused
  const changed = { ...next, version: item.version + 1 }
  await updateCode(tx, changed.id, { ...columnsOfWords(next), version: changed.version })
  await closeChange(tx, actor, { list: asked.list, version, event: 'code.words_changed', changed: [changed] })
  return changed
}

/**
 * Stops or begins again to offer a code. Asked for what is so already, it changes nothing. Refuses `not_found`,
 * `version_stale`, and to retire what refuseRetirement refuses.
 */
export async function setOffered(
  tx: Tx,
  actor: Actor,
  { active, ...asked }: Versioned & { readonly active: boolean },
): Promise<CityCode | Refusal> {
  const { codes, version } = await lockList(tx, asked.list)
  const already = codes.find(({ code }) => code === asked.code)
  if (already?.active === active) return already
  const item = findVersion(codes, asked)
  if (isRefusal(item)) return item
  const refused = active ? undefined : refuseRetirement(item, codes)
  if (refused) return refused
  const changed = { ...item, active, version: item.version + 1 }
  await updateCode(tx, changed.id, { active, version: changed.version })
  const event = active ? 'code.restored' : 'code.retired'
  await closeChange(tx, actor, { list: asked.list, version, event, changed: [changed] })
  return changed
}

interface Order {
  readonly list: CodeListName
  /** The version of the list that the order is meant for. */
  readonly version: number
  readonly parent: string | null
  readonly codes: readonly string[]
}

/** Puts the codes under one parent in an order; answers the list's version. Refuses `version_stale`, `order_incomplete`. */
export async function setOrder(tx: Tx, actor: Actor, wanted: Order): Promise<number | Refusal> {
  const { codes, version } = await lockList(tx, wanted.list)
  if (version !== wanted.version) return refuse('version_stale')
  const siblings = codes.filter(({ parent }) => parent === wanted.parent)
  const refused = refuseOrder(
    siblings.map(({ code }) => code),
    wanted.codes,
  )
  if (refused) return refused
  const moved = siblings
    .map((item) => ({ before: item.position, item: { ...item, position: wanted.codes.indexOf(item.code) } }))
    .filter(({ before, item }) => before !== item.position)
    .map(({ item }) => item)
  if (moved.length === 0) return version
  await sql`update code_list_item item set position = moved.position
    from unnest(${moved.map(({ id }) => id)}::uuid[], ${moved.map(({ position }) => position)}::int[]) as moved (id, position)
    where item.id = moved.id`.execute(tx)
  return closeChange(tx, actor, { list: wanted.list, version, event: 'codes.reordered', changed: moved })
}

/** Changes of one list follow each other: whoever comes second reads what the first has changed. */
async function lockList(tx: Tx, list: CodeListName) {
  const { version } = await tx
    .selectFrom('code_list')
    .select('version')
    .where('list', '=', list)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { version, codes: await listCodes(tx, list) }
}

function findVersion(codes: readonly CityCode[], { code, version }: Versioned): CityCode | Refusal {
  const item = codes.find((other) => other.code === code)
  if (!item) return refuse('not_found')
  return item.version === version ? item : refuse('version_stale')
}

const updateCode = (
  tx: Tx,
  id: string,
  columns: { readonly version: number; readonly active?: boolean } & Partial<
    ReturnType<typeof columnsOfWords>
  >,
) => tx.updateTable('code_list_item').set(columns).where('id', '=', id).execute()

interface Change {
  readonly list: CodeListName
  /** Of the list, before the change. */
  readonly version: number
  readonly event: string
  readonly changed: readonly CityCode[]
}

/** Counts the change in its list, keeps how the changed codes now read, and says who did it. */
async function closeChange(tx: Tx, actor: Actor, { list, version, event, changed }: Change): Promise<number> {
  const listVersion = version + 1
  const memberId = actor.kind === 'member' ? actor.memberId : null
  await tx.updateTable('code_list').set({ version: listVersion }).where('list', '=', list).execute()
  await keepVersions(tx, { cityId: actor.cityId, memberId, listVersion }, changed)
  const [first] = changed
  await writeAuditEvent(tx, actor, {
    event,
    ...(first && changed.length === 1 ? { subjectId: first.id } : {}),
    details: { list, listVersion, codes: changed.map(({ code }) => code).join(' ') },
  })
  return listVersion
}
