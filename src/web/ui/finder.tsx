import { MagnifyingGlassIcon } from '@phosphor-icons/react/dist/csr/MagnifyingGlass'
import { type KeyboardEvent, useId, useState } from 'react'
import './finder.css'

interface Found {
  readonly id: string
  readonly label: string
}

interface FinderProps {
  readonly label: string
  readonly placeholder: string
  /** Somebody comes near: time to fetch what finds. */
  readonly onApproach?: () => void
  /** What these words may mean, the likeliest first. */
  readonly find: (words: string) => readonly Found[]
  readonly onChoose: (id: string) => void
  /** What is said when nothing is found. */
  readonly nothing: string
}

/** One of very many, by its name: what is found stands under what is typed, and Enter takes the first. */
export const Finder = ({ label, placeholder, onApproach, find, onChoose, nothing }: FinderProps) => {
  const id = useId()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const found = words.trim() === '' ? [] : find(words)
  const choose = (one: Found | undefined) => {
    if (!one) return
    setWords('')
    onChoose(one.id)
  }
  const byKey = (event: KeyboardEvent) => {
    if (words === '' || event.ctrlKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0
    if (step !== 0) setAt((at + step + found.length) % Math.max(found.length, 1))
    else if (event.key === 'Enter') choose(found[at])
    else if (event.key === 'Escape') setWords('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="finder">
      <MagnifyingGlassIcon aria-hidden className="finder-icon" />
      <input
        type="text"
        role="combobox"
        className="field-box finder-box"
        aria-label={label}
        placeholder={placeholder}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-found`}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={words}
        onChange={({ target }) => {
          setWords(target.value)
          setAt(0)
        }}
        onKeyDown={byKey}
        onFocus={onApproach}
        onPointerEnter={onApproach}
        onBlur={() => setWords('')}
      />
      <div id={`${id}-found`} className="finder-list" role="listbox" aria-label={label} hidden={words === ''}>
        {found.map((one, place) => (
          <div
            key={one.id}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            className="finder-option"
            // because: the box must not lose the keyboard before the press has chosen
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(one)}
            onKeyDown={byKey}
          >
            {one.label}
          </div>
        ))}
        {words !== '' && found.length === 0 ? <p className="finder-none">{nothing}</p> : null}
      </div>
    </div>
  )
}
