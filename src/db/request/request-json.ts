import { type RawBuilder, sql } from 'kysely'
import { type ListedField, listedFields } from '../../domain/request/request-field.ts'

/**
 * The JSON of a listed request, put together where its row is. Only what somebody typed is escaped: no code needs it
 * (constraint help_request_codes), and asking that of each value took json_agg a third of the time of a page.
 */
export function jsonOf(listed: string): RawBuilder<string> {
  const members = (['id', ...listedFields] as const).map((field) => {
    const [form, value] = memberOf(field, sql.ref(`${listed}.${field}`))
    return { text: `"${field}":${form}`, value }
  })
  const template = `{${members.map(({ text }) => text).join(',')}}`
  return sql`format(${sql.lit(template)}, ${sql.join(members.map(({ value }) => value))})`
}

type Member = readonly [form: '%s' | '"%s"', value: RawBuilder<unknown>]

function memberOf(field: ListedField | 'id', value: RawBuilder<unknown>): Member {
  switch (field) {
    case 'desk':
    case 'guide':
    case 'organization':
      return ['%s', sql`to_json(${value})`]
    case 'caretaker':
    case 'neighbourhood':
    case 'referredTo':
    case 'tip':
      return ['%s', sql`coalesce(to_json(${value})::text, 'null')`]
    case 'firstVisit':
      return ['%s', sql`coalesce(${value}::text, 'null')`]
    case 'receivedTime':
    case 'subTheme':
      return ['%s', sql`coalesce('"' || ${value} || '"', 'null')`]
    case 'actions':
    case 'barriers':
      return [
        '%s',
        sql`case when ${value} = '{}' then '[]' else '["' || array_to_string(${value}, '","') || '"]' end`,
      ]
    default:
      return ['"%s"', value]
  }
}
