import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { RequestRecord } from '../../../domain/request/request-record.ts'
import { formatDate } from '../../../text/format.ts'
import { announce } from '../../announcement.ts'
import { sayFailure } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { isWhole } from '../desk/follow-up-draft.ts'
import { FollowUpFields } from '../desk/follow-up-fields.tsx'
import type { FollowUpDraft } from '../desk/visit-draft.ts'
import { completeFollowUp, followUpsOfQuery, putFollowUp, reopenFollowUp } from '../today/follow-up-query.ts'

interface FollowUpSectionProps {
  readonly record: RequestRecord
  /** Whether this person follows requests up; a coach reads along. */
  readonly mayChange: boolean
}

const missingField = '.field-box[aria-invalid=true], [aria-invalid=true] input'

/** What is still to be done for this request, and what was done; whoever helps adds to it. */
export const FollowUpSection = ({ record, mayChange }: FollowUpSectionProps) => {
  const { t, language } = useText('followups')
  const queries = useQueryClient()
  const { data } = useQuery(followUpsOfQuery(record.id))
  const [draft, setDraft] = useState<FollowUpDraft>()
  const [isChecked, setChecked] = useState(false)
  const section = useRef<HTMLElement>(null)
  const change = (work: Promise<unknown>) =>
    work
      .then(() => queries.invalidateQueries({ queryKey: ['requests'] }))
      .catch((error: unknown) => announce({ sentence: sayFailure(error, t) }))
  const save = (given: FollowUpDraft) => {
    setChecked(true)
    if (isWhole(given)) void change(putFollowUp(record.id, given).then(() => setDraft(undefined)))
    else requestAnimationFrame(() => section.current?.querySelector<HTMLElement>(missingField)?.focus())
  }
  if (!data) return null
  return (
    <section ref={section} className="request-follow-ups" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {data.length === 0 ? <p>{t('none')}</p> : null}
      <ul>
        {data.map((one) => (
          <li key={one.id} className="request-follow-up">
            <strong dir="auto">{one.what}</strong>
            <span>{t('until', { day: formatDate(language, one.dueOn) })}</span>
            {one.sender ? <span>{t(`sender.${one.sender}`)}</span> : null}
            {one.doneOn ? <span>{t('doneOn', { day: formatDate(language, one.doneOn) })}</span> : null}
            {mayChange ? (
              <Button
                look="bare"
                aria-label={t(one.doneOn ? 'reopenOf' : 'doneOf', { what: one.what })}
                onPress={() => void change(one.doneOn ? reopenFollowUp(one) : completeFollowUp(one))}
              >
                {t(one.doneOn ? 'reopen' : 'done')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {draft ? (
        <>
          <FollowUpFields
            followUp={draft}
            isLetter
            isNew
            isChecked={isChecked}
            onChange={setDraft}
            onRemove={() => setDraft(undefined)}
          />
          <Button look="primary" onPress={() => save(draft)}>
            {t('action.save')}
          </Button>
        </>
      ) : mayChange && !record.voided ? (
        <Button
          onPress={() => {
            setChecked(false)
            setDraft({ id: newId(), sender: null, what: '', dueOn: '' })
          }}
        >
          {t('add')}
        </Button>
      ) : null}
    </section>
  )
}
