/**
 * The words of a text as they are searched: lower case, without accents and marks, digits of every script as ours, each
 * once. The function folded_words of migrations/0004-finding.sql does the same to what a request says; a test compares
 * the two.
 */
export function foldWords(text: string): string[] {
  const lower = lowerLatin(text.toWellFormed().replaceAll('\0', ' '))
  const words = (beyondAscii.test(lower) ? foldBeyondAscii(lower) : lower).split(betweenWords)
  return [...new Set(words.filter((word) => word !== '').map(shorten))]
}

const asciiSigns = '\u0001\t\n\v\f\r !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~\u007f'
const betweenWords = new RegExp(`[${RegExp.escape(asciiSigns)}]+`)
const beyondAscii = /[^\0-\x7f]/

const lowerLatin = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

const foldBeyondAscii = (text: string): string =>
  lowerLatin(
    text
      .normalize('NFKD')
      .replace(marks, '')
      .replace(/[^\0-\x7f]/gu, (letter) => plain.get(letter) ?? letter),
  ).replace(signs, ' ')

/** One of the characters in these ranges. */
const anyOf = (...ranges: readonly string[]) => new RegExp(`[${ranges.join('')}]`, 'g')

const marks = anyOf(
  '\\u00ad',
  '\\u0300-\\u036f',
  '\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06ed',
  '\\u200b-\\u200f\\u202a-\\u202e\\u2060\\ufeff',
)
const signs = anyOf(
  '\\u0080-\\u00bf\\u00d7\\u00f7',
  '\\u060c\\u061b\\u061f\\u066a-\\u066d\\u06d4',
  '\\u2000-\\u206f\\u20a0-\\u20cf\\u3000-\\u3003',
)

const from =
  'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁЂЃЄЅІЇЈЉЊЋЌЎЏӀѲΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςØøŁłĐđÐðıÆŒÞةىیک٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹'
const to =
  'абвгдежзийклмнопрстуфхцчшщъыьэюяёђѓєѕіїјљњћќўџӏѳαβγδεζηθικλμνξοπρστυφχψωσoollddddiæœþهييك01234567890123456789'
const plain = new Map([...from].map((letter, place) => [letter, [...to][place] ?? letter]))

const longestWord = 40
const shorten = (word: string): string =>
  word.length <= longestWord ? word : [...word].slice(0, longestWord).join('')
