/** A UUIDv7 made here, so that a write that is sent twice is recognised. Works on plain http in a house too. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  new DataView(bytes.buffer).setBigUint64(0, (BigInt(Date.now()) << 16n) | randomOf(bytes))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The sixteen bits behind the moment. */
const randomOf = (bytes: Uint8Array): bigint => BigInt(((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0))
