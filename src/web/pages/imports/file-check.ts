/** As the server's own limit (mostImportBytes), which would otherwise be told after the whole way. */
export const mostMebibytes = 64

const signatures = [
  { format: 'PDF', bytes: [0x25, 0x50, 0x44, 0x46] },
  { format: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
]

export type FileFault =
  | { readonly fault: 'empty' }
  | { readonly fault: 'large' }
  | { readonly fault: 'kind'; readonly format: string }

/** What can be said of a file before it is sent; the server looks closer. */
export async function checkFile(file: File): Promise<FileFault | undefined> {
  if (file.size === 0) return { fault: 'empty' }
  if (file.size > mostMebibytes * 1024 * 1024) return { fault: 'large' }
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer())
  const found = signatures.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte))
  return found && { fault: 'kind', format: found.format }
}
