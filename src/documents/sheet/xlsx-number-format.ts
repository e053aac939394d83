import { readWholeXml } from './xml-reading.ts'
import type { Archive } from './zip-archive.ts'

/** What a number in a cell stands for, by the format that shows it. The last three count on past a day, as [h]:mm. */
export type NumberForm =
  | 'number'
  | 'percent'
  | 'date'
  | 'time'
  | 'date_time'
  | 'hours'
  | 'minutes'
  | 'seconds'

/** The forms by the number of a cell's style. */
export type NumberForms = (style: string | undefined) => NumberForm

/** Reads the number formats of a workbook; without a part of styles every number is a number. */
export async function readNumberForms(archive: Archive, part: string | undefined): Promise<NumberForms> {
  const codes = new Map<string, NumberForm>()
  const formats: string[] = []
  let list = ''
  if (part !== undefined) {
    await readWholeXml(archive.read(part), {
      opened: (tag, { numFmtId = '0', formatCode = '' }) => {
        if (tag === 'numFmts' || tag === 'cellXfs') list = tag
        else if (tag === 'numFmt' && list === 'numFmts') codes.set(numFmtId, formOf(formatCode))
        else if (tag === 'xf' && list === 'cellXfs') formats.push(numFmtId)
      },
      closed: (tag) => {
        if (tag === list) list = ''
      },
    })
  }
  const forms = formats.map((id) => codes.get(id) ?? builtin(Number(id)))
  return (style) => forms[Number(style ?? 0)] ?? 'number'
}

/** Formats that every program knows by number (ECMA-376, 18.8.30; 27 to 58 are dates of East Asia). */
function builtin(id: number): NumberForm {
  if (id === 9 || id === 10) return 'percent'
  if (id === 22) return 'date_time'
  if (id === 46) return 'hours'
  if ((id >= 18 && id <= 21) || id === 45 || id === 47 || (id >= 32 && id <= 35)) return 'time'
  return (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : 'number'
}

/**
 * The form behind a format code, for positive numbers. Day, month, year, hour and second may stand in English, Dutch,
 * French or German letters: `dd/mm/jjjj uu:mm`, `jj/mm/aaaa`, `TT.MM.JJJJ`.
 */
export function formOf(code: string): NumberForm {
  const [shown = ''] = code.replace(/"[^"]*"?|\\.|[_*]./gs, '').split(';')
  const elapsed = /\[([hu]+|m+|s+)\]/i.exec(shown)?.[1]?.toLowerCase()
  if (elapsed) return elapsed.startsWith('m') ? 'minutes' : elapsed.startsWith('s') ? 'seconds' : 'hours'
  const letters = shown.replace(/\[[^\]]*\]/g, '').toLowerCase()
  if (/^(general|standaard|standard|algemeen|général)|[#?]|[0.]e[+-]/.test(letters)) return 'number'
  const bare = letters.replace(/am\/pm|a\/p/, 'h')
  const hasTime = /[hus]/.test(bare)
  const hasDate = /[ydj]|mmm/.test(bare) || (!hasTime && bare.includes('m'))
  if (hasDate) return hasTime ? 'date_time' : 'date'
  if (hasTime) return 'time'
  return bare.includes('%') ? 'percent' : 'number'
}
