import pg from 'pg'

const localDateOid = pg.types.builtins.DATE
const int8Oid = pg.types.builtins.INT8
/** Not among the types that pg has a name for. */
const textArrayOid = 1009

/**
 * What a value of a type becomes here. A date stays YYYY-MM-DD (no time zone may shift it); counts are numbers (none
 * exceeds 2^53).
 */
export const readerOf: typeof pg.types.getTypeParser = (oid, format) => {
  const usual = pg.types.getTypeParser(oid, format)
  if (Number(oid) === textArrayOid) return (array: string) => readTexts(array) ?? usual(array)
  if (oid === localDateOid) return (value: string) => value
  if (oid === int8Oid) return Number
  return usual
}

/** Codes stand in an array without quotes. Undefined when something does not: reading that takes ten times as long. */
function readTexts(array: string): string[] | undefined {
  if (array === '{}') return []
  return /["\\]|NULL|^\{\{/.test(array) ? undefined : array.slice(1, -1).split(',')
}
