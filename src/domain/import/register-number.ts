const digitRuns = /\d+/gu
/** Between its groups stands whatever is no letter; the check digits tell it from other numbers. */
const gap = /^[^\p{L}\p{Nd}]{0,5}$/u

/**
 * Whether a text holds a Belgian national register number or BIS number, written in one piece or in groups. Nobody
 * may note one without a legal basis (law of 8 August 1983), so it is recognised only to be refused.
 * Form: royal decree of 8 February 1991, YYMMDD + serial of 3 + 97 − (the nine digits mod 97); a 2 stands before the
 * nine digits of whoever was born from 2000 on.
 */
export function hasRegisterNumber(text: string): boolean {
  const runs = [...plainDigits(text).matchAll(digitRuns)]
  return runs.some((_, first) => startsRegisterNumber(runs.slice(first, first + 11)))
}

/** As somebody reads it: digits of every script as ours, without marks on them and what nobody sees. */
const plainDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}\p{M}\p{Default_Ignorable_Code_Point}]/gu, (hidden) =>
      /\s/.test(hidden) ? ' ' : '',
    )
    .replace(/[^\d\P{Nd}]/gu, (digit) => String(digitValue(digit)))

/** Unicode keeps the ten digits of a script together and in order. */
function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value++
  return value
}

function startsRegisterNumber(runs: readonly RegExpExecArray[]): boolean {
  let digits = ''
  let end: number | undefined
  for (const { 0: run, index, input } of runs) {
    const between = end === undefined ? '' : input.slice(end, index)
    if (!gap.test(between)) return false
    digits += run
    end = index + run.length
    if (digits.length >= 11) return digits.length === 11 && isRegisterNumber(digits)
  }
  return false
}

/** Whether these eleven digits are a national register number or BIS number. */
export function isRegisterNumber(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false
  const month = Number(digits.slice(2, 4)) % 20
  const monthOffset = Number(digits.slice(2, 4)) - month
  const day = Number(digits.slice(4, 6))
  const serial = Number(digits.slice(6, 9))
  // A BIS number has 20 (sex unknown) or 40 (sex known) added to the month; month and day may be unknown, 00.
  if (![0, 20, 40].includes(monthOffset) || month > 12 || day > 31 || serial === 0 || serial === 999)
    return false
  const check = Number(digits.slice(9))
  return [digits.slice(0, 9), `2${digits.slice(0, 9)}`].some((nine) => check === 97 - (Number(nine) % 97))
}

/** A text to show: the digits of one that holds a register number are hidden. */
export const hideRegisterNumber = (text: string): string =>
  hasRegisterNumber(text) ? text.replace(/\p{Nd}/gu, '•') : text
