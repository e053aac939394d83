import type { z } from 'zod'
import type { importChange } from '../../contract/import-change.ts'
import type { ImportChange } from '../../db/import/import-change-store.ts'
import type { CodeListItem } from '../../domain/code-list/code-list.ts'
import type { Fact } from '../../domain/import/import-change.ts'
import type { ImportField } from '../../domain/import/import-field.ts'
import type { StaffLanguage } from '../../domain/language.ts'
import { localDate } from '../../domain/local-date.ts'
import { formatShortDate } from '../../text/format.ts'
import { type LabelReader, labelReader } from '../../text/label.ts'
import { labelOf } from './import-value-view.ts'

/** A changed row as codes for programs and as words for people. */
export function changeViewer(codes: readonly CodeListItem[], language: StaffLanguage) {
  const label = labelReader(codes, language)
  return ({ fields, ...change }: ImportChange): z.infer<typeof importChange> => ({
    ...change,
    fields: fields.map((field) => {
      if (field.isHidden) return field
      const { before, after } = field
      const say = (fact: Fact) => sayFact(label, field.field, fact, language)
      return {
        ...field,
        ...{ before: copy(before), after: copy(after) },
        ...{ beforeText: say(before), afterText: say(after) },
      }
    }),
  })
}

const copy = (fact: Fact) => (typeof fact === 'object' && fact !== null ? [...fact] : fact)

/** Empty when there is nothing. */
function sayFact(label: LabelReader, field: ImportField, fact: Fact, language: StaffLanguage): string {
  if (fact === null) return ''
  if (typeof fact === 'number') return String(fact)
  if (typeof fact === 'boolean') return labelOf(label, field, fact ? 'yes' : 'no', language)
  if (typeof fact !== 'string') return fact.map((code) => labelOf(label, field, code, language)).join(', ')
  return field === 'received_on'
    ? formatShortDate(language, localDate.parse(fact))
    : labelOf(label, field, fact, language)
}
