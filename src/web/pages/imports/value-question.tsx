import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ImportDetail } from '../../../contract/import.ts'
import type { ImportValue } from '../../../contract/import-decision.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { decide, importQuery, valuesQuery } from './import-query.ts'
import { StepProblem } from './step-problem.tsx'
import { ValueAnswer } from './value-answer.tsx'
import './value-question.css'

interface ValueQuestionProps {
  readonly detail: ImportDetail
  readonly value: ImportValue
  /** "Vraag 2 van 3" */
  readonly place: string
  readonly onBack: (() => void) | undefined
  readonly onNext: () => void
}

/** One question on one screen. Nothing is chosen beforehand: whoever answers has looked. */
export const ValueQuestion = ({ detail, value, place, onBack, onNext }: ValueQuestionProps) => {
  const { t } = useText('imports')
  const heading = useFocus()
  const [answer, setAnswer] = useState(value.decided?.code)
  const deciding = useDeciding(detail, value, onNext)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (answer !== undefined && !deciding.isPending) deciding.mutate(answer)
  }
  return (
    <form className="value-question" onSubmit={submit}>
      <p className="quiet">{place}</p>
      <h3 ref={heading} tabIndex={-1}>
        {t('values.question', { value: value.value })}
      </h3>
      <p>
        {t('values.where', { column: value.column, count: value.count, field: t(`field.${value.field}`) })}
      </p>
      <ValueAnswer value={value} answer={answer} onAnswer={setAnswer} />
      <p className="quiet">{t('values.remembered')}</p>
      <StepProblem error={deciding.error} />
      <div className="import-buttons">
        <Button type="submit" look="primary" isDisabled={answer === undefined || deciding.isPending}>
          {deciding.isPending ? t('action.saving') : t('values.save')}
        </Button>
        {onBack ? <Button onPress={onBack}>{t('values.back')}</Button> : null}
        <Button look="bare" onPress={onNext}>
          {t('values.later')}
        </Button>
      </div>
    </form>
  )
}

function useDeciding(detail: ImportDetail, { field, spelling }: ImportValue, onNext: () => void) {
  const queries = useQueryClient()
  const { language } = useText()
  return useMutation({
    mutationFn: (code: string | null) => decide(detail, { field, spelling, code }),
    onSuccess: async (changed) => {
      queries.setQueryData(importQuery(detail.id, language).queryKey, changed)
      await queries.invalidateQueries({ queryKey: valuesQuery(detail.id, language).queryKey })
      onNext()
    },
    onError: () => queries.invalidateQueries({ queryKey: ['imports', 'one'] }),
  })
}

/** The next question takes the place of this one: whoever uses the keyboard or listens starts at its top. */
function useFocus() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return heading
}
