import { type Answer, headers, onVersion, readProblem } from '../api.ts'

/** Sends a file as the body: the typed client knows JSON only. Put in place of a version, else posted as new. */
export async function sendFile(address: string, file: Blob, version?: number): Promise<void> {
  const answer = await fetch(address, {
    method: version === undefined ? 'POST' : 'PUT',
    headers: {
      ...(version === undefined ? headers() : onVersion(version).headers),
      'content-type': 'application/octet-stream',
    },
    body: file,
  })
  if (!answer.ok) throw await readProblem(answer)
}

/** A file that was asked for, and meanwhile how much of it has come; its problem is thrown. */
export async function fileOf(asked: Promise<Answer>, onReceived: (bytes: number) => void): Promise<Blob> {
  const answer = await asked
  if (!answer.ok || !answer.body) throw await readProblem(answer)
  let bytes = 0
  const counted = answer.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(part, stream) {
        bytes += part.byteLength
        onReceived(bytes)
        stream.enqueue(part)
      },
    }),
  )
  const type = answer.headers.get('content-type') ?? ''
  return new Blob([await new Response(counted).arrayBuffer()], { type })
}
