import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { TrashIcon } from '@phosphor-icons/react/dist/csr/Trash'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { type Row, rowOf } from './project-draft.ts'

interface RowListProps<Content> {
  readonly legend: string
  readonly hint?: string
  readonly rows: readonly Row<Content>[]
  readonly onRows: (rows: Row<Content>[]) => void
  /** What a new row begins with; undefined when there is no room for one. */
  readonly empty: Content | undefined
  readonly addLabel: string
  readonly removeLabel: (number: number) => string
  readonly children: (content: Content, onContent: (content: Content) => void, number: number) => ReactNode
  /** What stands below the rows and is none of them. */
  readonly foot?: ReactNode
}

/** Several of the same in a form: each can go, and one more can come. */
export const RowList = <Content,>(props: RowListProps<Content>) => {
  const { rows, onRows, empty } = props
  const frame = useRowFocus(rows.length)
  return (
    <fieldset ref={frame} className="row-list">
      <legend>{props.legend}</legend>
      {props.hint ? <p className="field-hint">{props.hint}</p> : null}
      {rows.map((row, place) => (
        <div key={row.key} className="row">
          <div className="row-fields">
            {props.children(
              row.content,
              (content) => onRows(rows.map((other) => (other === row ? { ...row, content } : other))),
              place + 1,
            )}
          </div>
          <Button
            look="bare"
            aria-label={props.removeLabel(place + 1)}
            icon={<TrashIcon aria-hidden size={20} />}
            onPress={() => onRows(rows.filter((other) => other !== row))}
          />
        </div>
      ))}
      {props.foot}
      <div className="row-add">
        <Button
          icon={<PlusIcon aria-hidden size={20} />}
          isDisabled={empty === undefined}
          onPress={() => empty !== undefined && onRows([...rows, rowOf(empty)])}
        >
          {props.addLabel}
        </Button>
      </div>
    </fieldset>
  )
}

/** Whoever adds a row goes on in it; whoever takes one away, at the button that adds. */
function useRowFocus(count: number) {
  const frame = useRef<HTMLFieldSetElement>(null)
  const before = useRef(count)
  useEffect(() => {
    const change = count - before.current
    before.current = count
    const rows = frame.current?.querySelectorAll('.row') ?? []
    const row = [...rows].at(-1)
    if (change > 0) row?.querySelector<HTMLElement>('input, [role=spinbutton]')?.focus()
    if (change < 0) frame.current?.querySelector<HTMLElement>('.row-add button')?.focus()
  }, [count])
  return frame
}
