import { memo, type ReactNode } from 'react'
import './data-table.css'

export interface Column<Row> {
  readonly id: string
  readonly heading: string
  readonly cell: (row: Row) => ReactNode
  readonly look?: 'number' | 'tight' | undefined
}

interface DataTableProps<Row> {
  readonly caption: string
  /** While they stay the same object, a row that stays the same is not drawn again: long tables keep theirs. */
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row, position: number) => string
  /** On a narrow screen each row becomes a card in which every cell repeats its heading. */
  readonly stacks?: true
  /** More columns than fit: it scrolls sideways inside its frame, and its first column stays in sight. */
  readonly isWide?: boolean
}

export const DataTable = <Row,>(props: DataTableProps<Row>) =>
  props.stacks && !props.isWide ? (
    <Table {...props} />
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: because what may scroll sideways must be reached by the keyboard
    <section className="data-table-frame" aria-label={props.caption} tabIndex={0}>
      <Table {...props} />
    </section>
  )

const Table = <Row,>({ caption, columns, rows, keyOf, stacks, isWide }: DataTableProps<Row>) => (
  <table className={`data-table${stacks ? ' data-table-stacks' : ''}${isWide ? ' data-table-wide' : ''}`}>
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
        <TableRow key={keyOf(row, position)} row={row} columns={columns} stacks={stacks} />
      ))}
    </tbody>
  </table>
)

interface TableRowProps<Row> {
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  readonly stacks: true | undefined
}

const PlainRow = <Row,>({ row, columns, stacks }: TableRowProps<Row>) => (
  <tr>
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
)

// because: memo forgets that the component is generic, and keeps everything else of its type
const TableRow = memo(PlainRow) as typeof PlainRow
