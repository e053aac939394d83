import { MagnifyingGlassIcon } from '@phosphor-icons/react/dist/csr/MagnifyingGlass'
import { useEffect, useId, useRef, useState } from 'react'
import { longestWords, readWords } from '../search.ts'
import './search-box.css'

interface SearchBoxProps {
  readonly label: string
  readonly example: string
  readonly words: string | undefined
  readonly onWords: (words: string | undefined) => void
}

/** Long enough to type on, short enough not to be waited for. */
const pauseMilliseconds = 300

/**
 * Searches when somebody stops typing, or at once on Enter; Escape empties it. What the address says wins over what
 * stands here.
 */
export const SearchBox = ({ label, example, words, onWords }: SearchBoxProps) => {
  const id = useId()
  const [typed, setTyped] = useState(words ?? '')
  const said = useRef(words)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (words !== said.current) setTyped(words ?? '')
    said.current = words
  }, [words])
  useEffect(() => () => clearTimeout(pause.current), [])
  const say = (text: string) => {
    clearTimeout(pause.current)
    const next = readWords(text)
    if (next === said.current) return
    said.current = next
    onWords(next)
  }
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(pause.current)
    pause.current = setTimeout(() => say(text), pauseMilliseconds)
  }
  return (
    <search className="search-box">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          say(typed)
        }}
      >
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        <div className="search-box-field">
          <MagnifyingGlassIcon aria-hidden />
          <input
            data-search
            id={id}
            type="search"
            className="field-box"
            placeholder={example}
            maxLength={longestWords}
            enterKeyHint="search"
            autoComplete="off"
            value={typed}
            onChange={({ target }) => type(target.value)}
            onKeyDown={({ key }) => {
              if (key !== 'Escape') return
              setTyped('')
              say('')
            }}
          />
        </div>
      </form>
    </search>
  )
}
