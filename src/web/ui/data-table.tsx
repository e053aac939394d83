import type { ReactNode } from 'react'
import './data-table.css'

export interface Column<Row> {
  readonly id: string
  readonly heading: string
  readonly cell: (row: Row) => ReactNode
  readonly look?: 'number' | 'tight' | undefined
}

interface DataTableProps<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row, position: number) => string
  /** On a narrow screen each row becomes a card in which every cell repeats its heading. */
  readonly stacks?: true
}

export const DataTable = <Row,>(props: DataTableProps<Row>) =>
  props.stacks ? (
    <Table {...props} />
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: because what may scroll sideways must be reached by the keyboard
    <section className="data-table-frame" aria-label={props.caption} tabIndex={0}>
      <Table {...props} />
    </section>
  )

const Table = <Row,>({ caption, columns, rows, keyOf, stacks }: DataTableProps<Row>) => (
  <table className={stacks ? 'data-table data-table-stacks' : 'data-table'}>
    <caption className="visually-hidden">{caption}</caption>
    <thead>
      <tr>
        {columns.map(({ id, heading, look }) => (
          <th key={id} scope="col" className={look && `data-${look}`}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row, position) => (
        <tr key={keyOf(row, position)}>
          {columns.map((column) => (
            <td key={column.id} className={column.look && `data-${column.look}`}>
              {stacks ? (
                <span className="data-heading" aria-hidden>
                  {column.heading}
                </span>
              ) : null}
              {column.cell(row)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
