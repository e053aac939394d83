import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { ImportValue } from '../../../contract/import-decision.ts'
import { mostMinutes } from '../../../domain/request/request-field.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { codesQuery } from './import-query.ts'

interface ValueAnswerProps {
  readonly value: ImportValue
  /** Undefined: nothing chosen. Null: unknown. */
  readonly answer: string | null | undefined
  readonly onAnswer: (answer: string | null | undefined) => void
}

/** The likely meanings first, then any other of the list, then "unknown". */
export const ValueAnswer = ({ value, answer, onAnswer }: ValueAnswerProps) => {
  const { t } = useText('imports')
  const name = useId()
  const isSuggested = value.suggestions.some(({ code }) => code === answer)
  const [isOther, setOther] = useState(typeof answer === 'string' && !isSuggested)
  const choose = (chosen: string | null | undefined, other: boolean) => {
    setOther(other)
    onAnswer(chosen)
  }
  return (
    <fieldset className="value-answer">
      <legend className="visually-hidden">{t('values.question', { value: value.value })}</legend>
      {value.suggestions.map(({ code, label }) => (
        <Option
          key={code}
          name={name}
          label={label}
          isChosen={!isOther && answer === code}
          onChoose={() => choose(code, false)}
        />
      ))}
      <Option
        name={name}
        label={t(value.suggestions.length > 0 ? 'values.other' : 'values.choose')}
        isChosen={isOther}
        onChoose={() => choose(undefined, true)}
      />
      {isOther ? (
        <div className="value-other">
          {value.field === 'minutes' ? (
            <Minutes answer={answer} onAnswer={onAnswer} />
          ) : (
            <OtherCode field={value.field} answer={answer} onAnswer={onAnswer} />
          )}
        </div>
      ) : null}
      <Option
        name={name}
        label={t('values.unknownOption')}
        isChosen={!isOther && answer === null}
        onChoose={() => choose(null, false)}
      />
    </fieldset>
  )
}

const Option = (props: {
  readonly name: string
  readonly label: string
  readonly isChosen: boolean
  readonly onChoose: () => void
}) => (
  <label className="value-option">
    <input type="radio" name={props.name} checked={props.isChosen} onChange={props.onChoose} />
    <span>{props.label}</span>
  </label>
)

const OtherCode = ({
  field,
  answer,
  onAnswer,
}: Pick<ValueAnswerProps, 'answer' | 'onAnswer'> & {
  readonly field: Exclude<ImportValue['field'], 'minutes'>
}) => {
  const { t, language } = useText('imports')
  const { data, isError } = useQuery(codesQuery(field, language))
  const options = (data?.items ?? []).map(({ code, ...option }) => ({ id: code, ...option }))
  return (
    <Select
      label={t(isError ? 'state.offline' : 'values.list')}
      options={[{ id: '', label: t('values.pick') }, ...options]}
      selected={answer ?? ''}
      onSelect={(code) => onAnswer(code || undefined)}
    />
  )
}

const Minutes = ({ answer, onAnswer }: Pick<ValueAnswerProps, 'answer' | 'onAnswer'>) => {
  const { t } = useText('imports')
  const [text, setText] = useState(answer ?? '')
  const type = (typed: string) => {
    setText(typed)
    const minutes = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN
    onAnswer(minutes <= mostMinutes ? String(minutes) : undefined)
  }
  return (
    <TextField
      label={t('values.minutes')}
      value={text}
      onChange={type}
      error={
        text !== '' && answer === undefined ? t('values.minutesFault', { most: mostMinutes }) : undefined
      }
    />
  )
}
