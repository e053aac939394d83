const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/**
 * A UUIDv7 (RFC 9562) of a moment in milliseconds and 16 random bytes: sorts by the moment it was made, so that new rows
 * land at the end of an index.
 */
export function uuidOf(now: number, random: Uint8Array): string {
  const bytes = Uint8Array.from(random)
  for (let place = 5, rest = now; place >= 0; place--, rest = Math.floor(rest / 256))
    bytes[place] = rest % 256
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  let text = ''
  for (const [place, byte] of bytes.entries()) text += (dashes.has(place) ? '-' : '') + hex[byte]
  return text
}

const dashes = new Set([4, 6, 8, 10])
