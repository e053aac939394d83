/** The bytes of a file, wherever it is kept: from any place on, as often as somebody asks. */
export interface FileBytes {
  readonly size: number
  /** The bytes from `start` to before `end`; without them from the first to the last. */
  readonly read: (start?: number, end?: number) => AsyncIterable<Uint8Array>
}
