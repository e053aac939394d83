import { newId } from '../new-id.ts'
import { closeDraft, type NotedDraft, openDraft } from './draft-key.ts'
import { type KeptDraft, listDrafts, putDraft, removeDraft } from './draft-store.ts'

/** A draft of this author that no tab has open. */
export interface LeftDraft extends Pick<KeptDraft, 'id' | 'changedAt'> {
  readonly content: NotedDraft
}

/** What this author began on this device and no tab has open any more, what changed last first. */
export async function listLeft(memberId: string, key: CryptoKey): Promise<LeftDraft[]> {
  const { held = [] } = await navigator.locks.query()
  const open = new Set(held.map(({ name }) => name))
  const left = (await listDrafts(memberId)).filter(({ id }) => !open.has(lockOf(id)))
  const read = await Promise.all(
    left.map(async (kept) => {
      const content = await openDraft(kept, key)
      return content && { id: kept.id, changedAt: kept.changedAt, content }
    }),
  )
  return read.flatMap((one) => one ?? [])
}

/** Whichever tab has a draft open holds this. */
export const lockOf = (id: string) => `brugwijzer-draft ${id}`

/**
 * Keeps the one draft of this tab: the newest state is on the device as soon as the one before is. For as long as it is
 * open no other tab takes the draft over.
 */
export class DraftKeeper {
  readonly #memberId: string
  readonly #key: CryptoKey
  #id = newId()
  #release: () => void = () => undefined
  #next: { readonly draft: NotedDraft | undefined } | undefined
  #running: Promise<void> | undefined
  #first: Promise<unknown> = Promise.resolve()

  constructor(memberId: string, key: CryptoKey) {
    this.#memberId = memberId
    this.#key = key
    void this.take(this.#id)
  }

  /** Goes on with a draft that was left. False when another tab did so a moment ago. */
  async take(id: string): Promise<boolean> {
    const release = await hold(lockOf(id))
    if (!release) return false
    this.#release()
    this.#release = release
    this.#id = id
    return true
  }

  /** Undefined: there is nothing to keep. */
  write(draft: NotedDraft | undefined): void {
    this.#next = { draft }
    // because: a device that is full keeps no drafts; the form itself still has what was noted
    this.#running ??= this.#run()
      .catch(() => undefined)
      .finally(() => {
        this.#running = undefined
      })
  }

  /** What is kept stays as it is until this is done. */
  waitFor(work: Promise<unknown>): void {
    this.#first = work.catch(() => undefined)
  }

  /** Keeps something beside the draft of this tab, for whoever opens it later. */
  async leave({ id, content }: LeftDraft): Promise<void> {
    await putDraft(await closeDraft(content, { id, memberId: this.#memberId }, this.#key))
  }

  /** Resolves when the newest state is on the device. */
  async settle(): Promise<void> {
    await this.#running
  }

  close(): void {
    void (this.#running ?? Promise.resolve()).finally(() => this.#release())
  }

  async #run(): Promise<void> {
    while (this.#next) {
      await this.#first
      const { draft } = this.#next
      this.#next = undefined
      if (draft === undefined) await removeDraft(this.#id)
      else await putDraft(await closeDraft(draft, { id: this.#id, memberId: this.#memberId }, this.#key))
    }
  }
}

/** Holds a lock until it is released; undefined when somebody else holds it. */
export const hold = (name: string): Promise<(() => void) | undefined> =>
  new Promise((resolve) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) =>
      lock ? new Promise<void>((release) => resolve(release)) : resolve(undefined),
    )
  })
