import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { FormBar } from '../../ui/form-bar.tsx'
import { useText } from '../../use-text.ts'
import { ThemeIcon } from './theme-icon.tsx'
import type { DeskChoices } from './use-desk-choices.ts'
import type { Register } from './use-register.ts'
import '../../ui/chips.css'
import './tally-board.css'

interface TallyBoardProps {
  readonly choices: DeskChoices
  readonly register: Register
  readonly onTally: (theme: string) => void
  readonly onDone: () => void
  /** When was saved last, and the way back. */
  readonly children: (register: Register) => ReactNode
}

/** For whoever notes after the queue: one tap keeps the place, the time and the theme of a question. */
export const TallyBoard = (props: TallyBoardProps) => {
  const { choices, register, onTally, onDone, children } = props
  const { t } = useText('desk')
  const { t: ofButtons } = useText('buttons')
  const [counts, setCounts] = useState<readonly string[]>([])
  const undo = () => {
    register.undo()
    setCounts(counts.slice(0, -1))
  }
  return (
    <section className="visit-form tally" aria-label={t('tally.name')}>
      <p>{ofButtons('tally.lead')}</p>
      <div className="chips-row chips-tiles">
        {choices.themes.map(({ id, label, definition }) => {
          const count = counts.filter((theme) => theme === id).length
          return (
            <button
              key={id}
              type="button"
              className="chip"
              title={definition}
              onClick={() => {
                onTally(id)
                setCounts([...counts, id])
              }}
            >
              <ThemeIcon theme={id} />
              <span>{label}</span>
              {count > 0 ? <strong className="tally-count">{count}</strong> : null}
            </button>
          )
        })}
      </div>
      <FormBar>
        <div className="visit-state">
          <p>{ofButtons('tally.count', { count: counts.length })}</p>
          {children(counts.length > 0 ? { ...register, undo } : { ...register, last: undefined })}
        </div>
        <Button look="primary" onPress={onDone}>
          {ofButtons('tally.done')}
        </Button>
      </FormBar>
    </section>
  )
}
