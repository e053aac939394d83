import type { CityId, ImportId } from '../id.ts'
import type { ImportAnswer } from './import-answer.ts'

/** Largest file that the page takes, in bytes. */
export const mostImportBytes = 64 * 1024 * 1024

/** What all files of a city that wait may hold together, in mebibytes; each takes at least one. */
export const mostStoredMebibytes = 256

/** How long what broke off on its way in is kept. */
const arrivingHours = 1

/** How long a file waits for somebody to finish its import, and how long the page tells what became of it. */
export const importFileHours = 24

/** A job writes its heartbeat every second; this long after the last one its server must have died. */
const brokenAfterMs = 30_000

export type ImportTask = 'trial' | 'run'
/** `queued`: it waits for another import. */
export type ImportPhase = 'waiting' | 'queued' | 'reading' | 'writing'

/** One work on one file of one city. */
export interface TaskOf {
  readonly cityId: CityId
  readonly importId: ImportId
  readonly taskId: string
}

/** What is known of a file on its way in. */
export interface ImportFacts {
  readonly columns: unknown
  readonly task: ImportTask | null
  readonly heartbeatAt: Date | null
  readonly endedAt: Date | null
  readonly refusal: unknown
  readonly answer: Pick<ImportAnswer, 'importId' | 'unknown'> | null
  readonly answerVersion: number | null
  readonly version: number
  readonly undoneAt: Date | null
}

/**
 * Where an import stands: its columns are still to be chosen, somebody changed something since the last trial, values
 * are unknown, all is ready; or its work is under way, broken off (nothing was imported), refused, done or undone.
 */
export type ImportState =
  | 'columns'
  | 'untried'
  | 'values'
  | 'ready'
  | 'busy'
  | 'broken_off'
  | 'refused'
  | 'done'
  | 'undone'

export function importState(facts: ImportFacts, now: Date): ImportState {
  if (facts.undoneAt) return 'undone'
  if (facts.answer && facts.answer.importId !== null) return 'done'
  if (facts.task && !facts.endedAt) return isAlive(facts, now) ? 'busy' : 'broken_off'
  if (facts.refusal) return 'refused'
  if (!facts.columns) return 'columns'
  if (!facts.answer || facts.answerVersion !== facts.version) return 'untried'
  return facts.answer.unknown.length > 0 ? 'values' : 'ready'
}

const isAlive = ({ heartbeatAt }: ImportFacts, now: Date): boolean =>
  heartbeatAt !== null && now.getTime() - heartbeatAt.getTime() < brokenAfterMs

/** The moment before which a job that is under way must have written, to be alive. */
export const brokenBefore = (now: Date): Date => new Date(now.getTime() - brokenAfterMs)

/** Files that came in before this moment are forgotten. */
export const forgottenBefore = (now: Date): Date => new Date(now.getTime() - importFileHours * 3_600_000)

/** Files that began to come in before this moment and are not there yet, or not looked at, never will be. */
export const lostBefore = (now: Date): Date => new Date(now.getTime() - arrivingHours * 3_600_000)

/** The name of a file as people know it: no folders, no control characters, not endless. */
export const cleanFileName = (given: string): string =>
  (given.split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 200) || '?'
