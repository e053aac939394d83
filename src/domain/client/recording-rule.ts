// Apart from the schemas: the web app needs these, and need not carry a schema library for them.

export const mostRecordingBytes = 2 * 1024 * 1024
/** Long enough to read everything aloud, twice. */
export const mostRecordingSeconds = 300

/** What browsers record in. */
export const recordingTypes = ['audio/webm', 'audio/ogg', 'audio/mp4'] as const
export type RecordingType = (typeof recordingTypes)[number]

/** What a file is by how it begins, whatever it is called; undefined where it is none that we know. */
export function recordingTypeOf(bytes: Uint8Array): RecordingType | undefined {
  const text = String.fromCharCode(...bytes.subarray(0, 64))
  // EBML, whose first field says for what: a film of Matroska begins the same.
  if (text.startsWith('\u001aE\u00df\u00a3')) return text.includes('webm') ? 'audio/webm' : undefined
  if (text.startsWith('OggS')) return 'audio/ogg'
  return text.slice(4, 8) === 'ftyp' ? 'audio/mp4' : undefined
}
