// Apart from any schema: the web app checks what is typed, and need not carry a schema library for it.

/** Crockford's base 32: without I, L, O and U, so that nothing reads as something else and no word comes out by chance. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const randomSigns = 10

/** A whole number from 0, below this one; each as likely. */
export type Chance = (below: number) => number

/** Ten signs by chance, 50 bits, and one that checks them. */
export function makeCardCode(chance: Chance): string {
  const drawn = Array.from({ length: randomSigns }, () => chance(signs.length))
  return [...drawn, checkOf(drawn)].map((value) => signs[value]).join('')
}

/**
 * The code in what somebody typed, said or scanned: small letters, spaces, hyphens and look-alikes (O for 0, I and L for 1)
 * count as meant, and of the address on a card its end. Undefined when it is none: another length, a sign that no code
 * has, or a check sign that belongs to other signs.
 */
export function readCardCode(typed: string): string | undefined {
  const code = (typed.split('#').at(-1) ?? '')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const values = [...code].map((sign) => signs.indexOf(sign))
  if (values.length !== randomSigns + 1 || values.includes(-1)) return undefined
  return checkOf(values.slice(0, randomSigns)) === values[randomSigns] ? code : undefined
}

/** In groups, to be read aloud: 4 – 4 – 3. */
export const writeCardCode = (code: string): string =>
  [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join('-')

/**
 * The sum of each sign times its own power of x in the field of 32 elements (x⁵ + x² + 1). So no single wrong sign, and no
 * two that changed places, leave it as it was.
 */
const checkOf = (values: readonly number[]): number => values.reduce((sum, value) => timesX(sum ^ value), 0)

const timesX = (value: number): number => (value & 16 ? (value << 1) ^ 0b100101 : value << 1)
