import { z } from 'zod'
import { cityId, pinId } from '../id.ts'

/** A code of at least six digits, which never leaves the device. */
export const pinDigits = { least: 6, most: 12 } as const

/** So many wrong codes, and what it opened is gone from the device. */
export const mostWrongPins = 10

/** Whoever stays away longer signs in with the password again. */
export const pinDays = 90

/** What the code opens on the device: city, id and 256 random bits in base64url, with dots between them. */
export const pinToken = z
  .string()
  .max(200)
  .transform((text) => text.split('.'))
  .pipe(z.tuple([cityId, pinId, z.string().regex(/^[\w-]{43}$/)]))
  .transform(([city, id, secret]) => ({ cityId: city, id, secret }))
export type PinToken = z.infer<typeof pinToken>

export const pinTokenOf = ({ cityId: city, id, secret }: PinToken): string => `${city}.${id}.${secret}`

/** As the server keeps it. */
export interface PinFacts {
  readonly digest: string
  readonly digestBefore: string | null
  readonly madeAt: Date
  readonly usedAt: Date
  readonly endedAt: Date | null
}

/**
 * `open`: it lets its member in. `replayed`: it was used before, so somebody has a copy of the device. `over`: it ended, or
 * nobody used it for too long, or the password is newer.
 */
export type PinState = 'open' | 'replayed' | 'over'

export function stateOfPin(
  pin: PinFacts,
  {
    digest,
    now,
    passwordSince,
  }: { readonly digest: string; readonly now: Date; readonly passwordSince: Date | undefined },
): PinState {
  const isStale = now.getTime() - pin.usedAt.getTime() > pinDays * 24 * 3600_000
  if (pin.endedAt || isStale || (passwordSince && passwordSince > pin.madeAt)) return 'over'
  return digest === pin.digest || digest === pin.digestBefore ? 'open' : 'replayed'
}
