/** What in a typed text may lead to a person. It may have to stand there, so whoever types is told, and decides. */
export const personalKinds = ['account', 'mail', 'phone'] as const
export type PersonalKind = (typeof personalKinds)[number]

export const mailPattern = /(?<![^\s@<>()"])[^\s@<>()"]+@[^\s@<>()"]*[\p{L}\p{N}]/gu
/** A telephone number as people write it here: a plus or a zero, and at least eight digits. */
export const phonePattern = /(?<!\d)(?:\+\d|0)(?:[\s./()-]{0,2}\d){7,}/gu

const cardPattern = /(?<!\d)\d(?:[ .-]?\d){12,18}(?!\d)/gu
const ibanPattern = /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[ .-]?[a-z\d]){11,30}(?![\p{L}\p{N}])/giu

/**
 * Which kinds a text holds: a bank card by its check digit (ISO/IEC 7812-1) or a bank account by its own (ISO 13616), an
 * e-mail address, a telephone number. What is an account is no telephone number beside it.
 */
export function personalKindsIn(text: string): PersonalKind[] {
  const plain = text.normalize('NFKC')
  const accounts = [...plain.matchAll(cardPattern), ...plain.matchAll(ibanPattern)].filter(([found]) =>
    isAccount(found.replace(/[ .-]/g, '')),
  )
  const rest = accounts.reduce((left, [found]) => left.replace(found, ' '), plain)
  return [
    ...(accounts.length > 0 ? (['account'] as const) : []),
    ...(rest.search(mailPattern) >= 0 ? (['mail'] as const) : []),
    ...(rest.search(phonePattern) >= 0 ? (['phone'] as const) : []),
  ]
}

const isAccount = (found: string): boolean => (/^\d+$/.test(found) ? isCard(found) : isIban(found))

function isCard(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0 && !/^0+$/.test(digits)
}

/** Of the characters that may follow an account, a sentence's next word may be one: each length is tried. */
function isIban(found: string): boolean {
  for (let length = found.length; length >= 15; length--) {
    const code = found.slice(0, length).toUpperCase()
    const digits = [...code.slice(4), ...code.slice(0, 4)].map((sign) => parseInt(sign, 36)).join('')
    if ([...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1) return true
  }
  return false
}
