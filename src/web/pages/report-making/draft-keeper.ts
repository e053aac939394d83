import type { ReportPassage } from '../../../contract/report-text.ts'

type Passage = ReportPassage['passage']

/** What somebody writes in a passage, and whether the server has it. */
export interface Draft {
  readonly body: string
  readonly state: ReportPassage['state']
  /** `kept`: the server has it. `waiting`: it is on its way. `unsent`: there is no network. */
  readonly phase: 'kept' | 'waiting' | 'unsent' | 'refused' | 'stale'
  /** The passage as the server has it; while `stale`, as somebody else saved it meanwhile. */
  readonly saved: ReportPassage
  /** Why the server refuses it, in words. */
  readonly refusal?: string
}

export type SaveAnswer =
  | { readonly kind: 'saved' | 'stale'; readonly passage: ReportPassage }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'unsent' }

export interface KeeperTasks {
  readonly save: (
    passage: Passage,
    wanted: Pick<Draft, 'body' | 'state'>,
    version: number,
  ) => Promise<SaveAnswer>
  /** The server has a text that it had not. */
  readonly onSaved: () => void
  /** In milliseconds: how long somebody pauses before it is saved, and before what did not leave is tried again. */
  readonly pause: number
  readonly retry: number
}

/**
 * Holds what is written in every passage of a report and saves it in every pause, one save at a time for each. Nothing
 * that was typed is given up: without a network it is tried again, and beside a colleague's text it waits for a choice.
 */
export class DraftKeeper {
  readonly #tasks: KeeperTasks
  readonly #timers = new Map<Passage, ReturnType<typeof setTimeout>>()
  readonly #saving = new Set<Passage>()
  readonly #listeners = new Set<() => void>()
  #drafts: ReadonlyMap<Passage, Draft> = new Map()

  constructor(tasks: KeeperTasks) {
    this.#tasks = tasks
  }

  /** The same object until something changes. */
  readonly drafts = (): ReadonlyMap<Passage, Draft> => this.#drafts

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What the server has now; what is being written stays. */
  take(passages: readonly ReportPassage[]): void {
    for (const saved of passages) {
      const draft = this.#drafts.get(saved.passage)
      if (!draft || (draft.phase === 'kept' && saved.version > draft.saved.version))
        this.#put(keptDraft(saved))
      // The version on which somebody writes stays: with that of a colleague's text it would be saved over it.
      else if (saved.version === draft.saved.version && draft.phase !== 'stale')
        this.#put({ ...draft, saved })
    }
  }

  write(passage: Passage, change: Partial<Pick<Draft, 'body' | 'state'>>): void {
    const draft = this.#drafts.get(passage)
    if (!draft) return
    const { refusal, ...written } = { ...draft, ...change }
    // A choice between two texts comes first.
    this.#put({ ...written, phase: draft.phase === 'stale' ? 'stale' : 'waiting' })
    this.#saveIn(passage, this.#tasks.pause)
  }

  /** Ends a conflict: with a text, over the one that somebody else saved. */
  settle(passage: Passage, body: string): void {
    const draft = this.#drafts.get(passage)
    if (draft?.phase !== 'stale') return
    this.#put({ ...draft, phase: 'kept' })
    this.write(passage, { body })
  }

  /** Tries at once what waits or did not leave. */
  readonly retry = (): void => {
    for (const [passage, { phase }] of this.#drafts)
      if (phase === 'unsent' || phase === 'waiting') this.#saveIn(passage, 0)
  }

  #saveIn(passage: Passage, wait: number): void {
    clearTimeout(this.#timers.get(passage))
    this.#timers.set(
      passage,
      setTimeout(() => void this.#save(passage), wait),
    )
  }

  async #save(passage: Passage): Promise<void> {
    const draft = this.#drafts.get(passage)
    // Whoever saves already looks again when that is done.
    if (!draft || this.#saving.has(passage) || !['waiting', 'unsent'].includes(draft.phase)) return
    this.#saving.add(passage)
    const answer = await this.#tasks.save(passage, draft, draft.saved.version)
    this.#saving.delete(passage)
    this.#settleAnswer(passage, draft, answer)
  }

  #settleAnswer(passage: Passage, sent: Draft, answer: SaveAnswer): void {
    const now = this.#drafts.get(passage)
    if (!now) return
    const isSame = now.body === sent.body && now.state === sent.state
    if (answer.kind === 'refused') {
      if (isSame) this.#put({ ...now, phase: 'refused', refusal: answer.sentence })
      else this.#saveIn(passage, this.#tasks.pause)
    } else if (answer.kind === 'unsent') {
      this.#put({ ...now, phase: 'unsent' })
      this.#saveIn(passage, this.#tasks.retry)
    } else if (answer.kind === 'stale') {
      const { passage: saved } = answer
      const agrees = saved.body === now.body && saved.state === now.state
      this.#put(agrees ? keptDraft(saved) : { ...now, saved, phase: 'stale' })
    } else {
      const { passage: saved } = answer
      // Spaces that the server took off stay under the hands of whoever types on.
      this.#put(isSame ? { ...now, state: saved.state, phase: 'kept', saved } : { ...now, saved })
      if (!isSame) this.#saveIn(passage, this.#tasks.pause)
      this.#tasks.onSaved()
    }
  }

  #put(draft: Draft): void {
    this.#drafts = new Map(this.#drafts).set(draft.saved.passage, draft)
    for (const listener of this.#listeners) listener()
  }
}

const keptDraft = (saved: ReportPassage): Draft => ({
  body: saved.body,
  state: saved.state,
  phase: 'kept',
  saved,
})

/** Something was written that the server does not have. */
export const isUnsaved = (drafts: ReadonlyMap<unknown, Draft>): boolean =>
  drafts.values().some(({ phase }) => phase !== 'kept')
