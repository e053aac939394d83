import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight'
import { useState } from 'react'
import type { ImportDetail } from '../../../contract/import.ts'
import type { ImportValue } from '../../../contract/import-decision.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { beginTrial } from './import-query.ts'
import { StepProblem } from './step-problem.tsx'
import { useStep } from './use-step.ts'
import { ValueList } from './value-list.tsx'
import { ValueQuestion } from './value-question.tsx'

interface ValueQuestionsProps {
  readonly detail: ImportDetail
  readonly values: readonly ImportValue[]
}

/** The questions one by one, beginning at the first without an answer; after the last, all of them with their answers. */
export const ValueQuestions = ({ detail, values }: ValueQuestionsProps) => {
  const { t } = useText('imports')
  const firstOpen = values.findIndex(({ decided }) => !decided)
  const [at, setAt] = useState(firstOpen === -1 ? values.length : firstOpen)
  const trying = useStep(() => beginTrial(detail.id))
  const value = values[at]
  const open = values.filter(({ decided }) => !decided).length
  if (value)
    return (
      <ValueQuestion
        key={`${value.field} ${value.spelling}`}
        detail={detail}
        value={value}
        place={t('values.place', { at: at + 1, of: values.length })}
        onBack={at > 0 ? () => setAt(at - 1) : undefined}
        onNext={() => setAt(at + 1)}
      />
    )
  return (
    <>
      {values.length === 0 ? <p>{t('values.none')}</p> : <ValueList values={values} onChoose={setAt} />}
      {open > 0 ? (
        <Notice kind="signal" word={t('values.openWord')}>
          <p>{t('values.open', { count: open })}</p>
        </Notice>
      ) : null}
      <StepProblem error={trying.error} />
      <div className="import-buttons">
        <Button
          look="primary"
          isDisabled={open > 0 || trying.isPending}
          onPress={() => trying.mutate()}
          icon={<ArrowRightIcon aria-hidden />}
        >
          {t('values.try')}
        </Button>
      </div>
    </>
  )
}
