import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FactValue, RequestFacts } from '../../../domain/request/request-fact.ts'
import type { RequestField } from '../../../domain/request/request-field.ts'
import { factsOf } from '../../../domain/request/request-record.ts'
import { Button } from '../../ui/button.tsx'
import { FormBar } from '../../ui/form-bar.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { ClashChoice } from './clash-choice.tsx'
import { desksQuery } from './desks.ts'
import { type Clash, clashesOf, fieldsOf, type Side, settle } from './request-draft.ts'
import { RequestProblem } from './request-problem.tsx'
import type { Conflict } from './use-correction.ts'
import { useFactWords } from './use-fact-words.ts'

interface RequestConflictProps {
  readonly conflict: Conflict
  readonly isSaving: boolean
  readonly error: unknown
  readonly onSave: (wanted: RequestFacts) => void
  /** Back to the form, on their version, with what was chosen so far. */
  readonly onBack: (wanted: RequestFacts) => void
}

/** What this person and a colleague changed, side by side, with one choice per field. */
export const RequestConflict = ({ conflict, isSaving, error, onSave, onBack }: RequestConflictProps) => {
  const { t } = useText('request')
  const { base, mine } = conflict
  const theirs = factsOf(conflict.theirs)
  const who = conflict.who ?? t('history.nobody')
  const clashes = clashesOf(base, mine, theirs)
  const [chosen, setChosen] = useState<ReadonlyMap<Clash, Side>>(new Map())
  const [isIncomplete, setIncomplete] = useState(false)
  const { data: desks } = useQuery(desksQuery)
  const { sentence } = useFactWords(desks ?? [conflict.theirs.desk])
  const say = (field: RequestField, value: FactValue) => {
    const words = sentence(field, value)
    // Beside the words, a bare "yes" would say nothing.
    return field === 'mayQuote' && words
      ? t('conflict.named', { name: t('name.mayQuote'), value: words })
      : words
  }
  const sideOf = ({ clash, preset }: (typeof clashes)[number]) => chosen.get(clash) ?? preset
  const open = clashes.filter((one) => sideOf(one) === undefined)
  const settled = (otherwise: Side) =>
    settle(mine, theirs, new Map(clashes.map((one) => [one.clash, sideOf(one) ?? otherwise])))
  const save = () => (open.length > 0 ? setIncomplete(true) : onSave(settled('mine')))
  return (
    <section className="request-conflict" aria-labelledby="request-conflict">
      <h2 id="request-conflict">{t('conflict.title')}</h2>
      <Notice kind="signal" word={t('conflict.word', { who })}>
        <p>{clashes.length > 0 ? t('conflict.sentence') : t('conflict.same')}</p>
      </Notice>
      <div className="request-clashes">
        {clashes.map((one) => (
          <ClashChoice
            key={one.clash}
            clash={one.clash}
            side={sideOf(one)}
            who={who}
            isMissing={isIncomplete && sideOf(one) === undefined}
            wordsOf={(side) => wordsOf(one.clash, { base, mine, theirs }[side], say)}
            onChoose={(side) => setChosen(new Map(chosen).set(one.clash, side))}
          />
        ))}
      </div>
      <FormBar>
        {error ? <RequestProblem error={error} /> : null}
        <Button onPress={() => onBack(settled('mine'))}>{t('conflict.back')}</Button>
        <Button look="primary" isDisabled={isSaving} onPress={save}>
          {isSaving ? t('action.saving') : t('action.save')}
        </Button>
      </FormBar>
    </section>
  )
}

function wordsOf(
  clash: Clash,
  facts: RequestFacts,
  say: (field: RequestField, value: FactValue) => string,
): readonly string[] {
  return fieldsOf(clash)
    .map((field) => say(field, facts[field]))
    .filter((words) => words !== '')
}
