import { listCodes } from '../../db/city/code-list-store.ts'
import type { Tx } from '../../db/database.ts'
import { listValues } from '../../db/import/import-decision-store.ts'
import { findImportFile } from '../../db/import/import-file-store.ts'
import { listDecisions } from '../../db/import/import-memory-store.ts'
import { listOrganizations } from '../../db/people/member-store.ts'
import type { CodeListItem } from '../../domain/code-list/code-list.ts'
import type { ImportId, OrganizationId } from '../../domain/id.ts'
import { codesToChoose } from '../../domain/import/import-choice.ts'
import {
  type CodedField,
  codedField,
  type ImportField,
  listOfField,
  type YesNoField,
  yesNoField,
} from '../../domain/import/import-field.ts'
import { mappedField } from '../../domain/import/import-mapping.ts'
import type { StaffLanguage } from '../../domain/language.ts'
import { refuse } from '../../domain/refusal.ts'
import { type LabelReader, labelReader } from '../../text/label.ts'
import { translator } from '../../text/translate.ts'

/** The values of a file that nothing knew, in the reader's words. Refuses a file that is not there: `not_found`. */
export async function viewValues(tx: Tx, id: ImportId, language: StaffLanguage) {
  const file = await findImportFile(tx, id)
  if (!file) return refuse('not_found')
  const label = labelReader(await listCodes(tx), language)
  const values = await listValues(tx, file)
  const items = values.map(({ decided, suggestions, ...value }) => {
    const field = mappedField.parse(value.field)
    const say = (code: string) => labelOf(label, field, code, language)
    return {
      ...value,
      field,
      suggestions: suggestions.map((code) => ({ code, label: say(code) })),
      ...(decided ? { decided: { code: decided.code, label: decided.code && say(decided.code) } } : {}),
    }
  })
  return { items, version: file.version }
}

/** What an organisation's earlier imports were told, in the reader's words. */
export async function viewMemory(tx: Tx, organizationId: OrganizationId, language: StaffLanguage) {
  const label = labelReader(await listCodes(tx), language)
  const decisions = await listDecisions(tx, organizationId)
  const organizations = await listOrganizations(tx)
  return {
    organizationId,
    organizations: organizations.map(({ id, name }) => ({ id, name })),
    items: decisions.map(({ id, value, code, ...decision }) => {
      const field = mappedField.parse(decision.field)
      return { id, value, field, code, label: code && labelOf(label, field, code, language) }
    }),
  }
}

/** What a value of a field may be decided to mean, in the reader's words; sub-themes behind their theme, as one group. */
export function viewChoices(codes: readonly CodeListItem[], field: CodedField, language: StaffLanguage) {
  const label = labelReader(codes, language)
  const parents = new Map(
    codes.flatMap(({ list, code, parent }) => (list === 'theme' ? [[code, parent]] : [])),
  )
  const isGrouped = field === 'theme' || field === 'sub_theme'
  const { compare } = new Intl.Collator(language)
  return codesToChoose(field, codes)
    .map((code) => {
      const group = isGrouped ? { group: label('theme', parents.get(code) ?? code) } : {}
      return {
        code,
        label: labelOf(label, field, code, language),
        ...group,
        isPart: Boolean(parents.get(code)),
      }
    })
    .sort(
      (a, b) =>
        compare(a.group ?? '', b.group ?? '') ||
        Number(isGrouped && a.isPart) - Number(isGrouped && b.isPart) ||
        compare(a.label, b.label),
    )
    .map(({ isPart, ...choice }) => choice)
}

/** The city's word for a code of a field; a number of minutes is its own word. */
export function labelOf(
  label: LabelReader,
  field: ImportField,
  code: string,
  language: StaffLanguage,
): string {
  const yesNo = yesNoField.safeParse(field)
  if (yesNo.success) return sayYesNo(language, yesNo.data, code === 'yes')
  const coded = codedField.safeParse(field)
  return coded.success ? label(listOfField[coded.data] ?? 'nationality', code) : code
}

const sayYesNo = (language: StaffLanguage, field: YesNoField, isYes: boolean): string =>
  translator(language)(`import:${field}.${isYes ? 'yes' : 'no'}`)
