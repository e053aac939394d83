import { useLabels } from '../../code-labels.ts'
import { mostValues } from '../../search.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import type { FilterOption } from './filter-option.ts'

interface FilterChoicesProps {
  readonly options: readonly FilterOption[]
  readonly chosen: readonly string[]
  readonly onValues: (values: readonly string[]) => void
}

/** The values to tick, sub-themes under the name of their theme. */
export const FilterChoices = ({ options, chosen, onValues }: FilterChoicesProps) => {
  const label = useLabels()
  const parents = [...new Set(options.map(({ parent }) => parent))]
  const tick = (id: string) => (isChecked: boolean) =>
    onValues(isChecked ? [...chosen, id] : chosen.filter((one) => one !== id))
  return (
    <div className="filter-choices">
      {parents.map((parent) => (
        <div key={parent ?? ''} {...(parent ? { role: 'group', 'aria-label': label('theme', parent) } : {})}>
          {parent ? (
            <p className="filter-group" aria-hidden>
              {label('theme', parent)}
            </p>
          ) : null}
          {options
            .filter((option) => option.parent === parent)
            .map(({ id, label: name }) => (
              <Checkbox
                key={id}
                label={name}
                isChecked={chosen.includes(id)}
                isDisabled={chosen.length >= mostValues && !chosen.includes(id)}
                onCheck={tick(id)}
              />
            ))}
        </div>
      ))}
    </div>
  )
}
