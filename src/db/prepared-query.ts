import { type Compilable, type RawBuilder, sql } from 'kysely'
import type { Question, Tx } from './database.ts'

/** Stands for a value in a query that is written before the value is known. */
class Gap {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** The place of a value in the query. */
export type GapOf<Values> = <Name extends keyof Values & string>(name: Name) => RawBuilder<Values[Name]>

/**
 * A query of a fixed form that is written once and asked with other values each time: for what is asked so often that
 * writing it anew would cost more than its answer.
 */
export function prepareQuery<Values, Row>(write: (tx: Tx, gap: GapOf<Values>) => Compilable<Row>) {
  let written: Question<Row> | undefined
  return (tx: Tx, values: Values): Question<Row> => {
    written ??= write(tx, (name) => sql`${new Gap(name)}`).compile()
    const parameters = written.parameters.map((part) =>
      // because: gaps are only made from names of values, above
      part instanceof Gap ? values[part.name as keyof Values] : part,
    )
    return { ...written, parameters }
  }
}
