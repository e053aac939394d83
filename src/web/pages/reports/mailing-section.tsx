import { PaperPlaneTiltIcon } from '@phosphor-icons/react/dist/csr/PaperPlaneTilt'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import type { MailingAnswer } from '../../../contract/mailing.ts'
import { api, bodyOf, sayFailure } from '../../api.ts'
import { later } from '../../lazy-part.tsx'
import { FailureNotice } from '../../shell/failure-notice.tsx'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useMoment } from '../../use-moment.ts'
import { type TextKey, useText } from '../../use-text.ts'
import { mailingsQuery } from './mailing-query.ts'
import './mailing-section.css'

const SendDialog = later(() => import('./send-dialog.tsx').then((module) => ({ default: module.SendDialog })))

/** Sending a frozen report by mail, and to whom it went. */
export const MailingSection = ({ id }: { readonly id: string }) => {
  const { t } = useText('mailing')
  const [isOpen, setOpen] = useState(false)
  const { data, error, refetch } = useQuery(mailingsQuery(id))
  if (error && !data) return <QueryError error={error} onRetry={() => void refetch()} />
  if (!data) return null
  const [newest, ...earlier] = data.items
  return (
    <section className="mailing no-print" aria-labelledby="mailing">
      <h2 id="mailing" className={newest ? undefined : 'visually-hidden'}>
        {t('title')}
      </h2>
      {newest ? <SentMailing id={id} mailing={newest} /> : <p>{t('none')}</p>}
      <Button icon={<PaperPlaneTiltIcon aria-hidden size={20} />} onPress={() => setOpen(true)}>
        {t('send')}
      </Button>
      {earlier.length === 0 ? null : (
        <Disclosure label={t('earlier', { count: earlier.length })}>
          {earlier.map((mailing) => (
            <SentMailing key={mailing.id} id={id} mailing={mailing} />
          ))}
        </Disclosure>
      )}
      {isOpen ? (
        <Suspense>
          <SendDialog id={id} lastAddresses={data.lastAddresses} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </section>
  )
}

/** What became of each letter; of how many only, once it is forgotten to whom they went. */
const LetterList = ({ mailing: { letters, erasedAt } }: { readonly mailing: Omit<MailingAnswer, 'id'> }) => {
  const { t } = useText('mailing')
  const moment = useMoment()
  if (erasedAt !== null) {
    const accepted = letters.filter(({ state }) => state === 'accepted').length
    return <p>{t('erased', { moment: moment(erasedAt), accepted, all: letters.length })}</p>
  }
  return (
    <ul>
      {letters.map(({ address, state, failure, at }) => (
        <li key={address}>
          <bdi>{address}</bdi>: {t(`letter.${state}`, { moment: at ? moment(at) : '' })}
          {failure ? <span className="field-error">{t(failureKey(failure))}</span> : null}
        </li>
      ))}
    </ul>
  )
}

interface SentMailingProps {
  readonly id: string
  readonly mailing: MailingAnswer
}

const SentMailing = ({ id, mailing: { id: mailingId, ...mailing } }: SentMailingProps) => {
  const { t } = useText('mailing')
  const moment = useMoment()
  const { mutate, isPending, error } = useRetrying(id, mailingId)
  const canRetry = mailing.erasedAt === null && mailing.letters.some(({ state }) => state === 'failed')
  return (
    <article className="mailing-sent">
      <h3>{t('sent', { moment: moment(mailing.madeAt), name: mailing.madeBy })}</h3>
      <p>
        {t(`for.${mailing.audience}`)} · {mailing.formats.map((format) => t(`format.${format}`)).join(', ')} ·{' '}
        {t(`language.${mailing.language}`)}
      </p>
      <LetterList mailing={mailing} />
      <FailureNotice failure={error ? sayFailure(error, t) : undefined} />
      {canRetry ? (
        <Button isDisabled={isPending} onPress={() => mutate()}>
          {t('retry')}
        </Button>
      ) : null}
    </article>
  )
}

const failures = [
  'mail_unreachable',
  'mail_timeout',
  'mail_sign_in',
  'mail_refused',
  'mail_too_large',
  'report_withdrawn',
] as const

/** Why a letter did not go out, as far as this page has a sentence for it. */
function failureKey(code: string): TextKey<'mailing'> {
  const known = failures.find((each) => each === code)
  return known ? `failure.${known}` : 'failure.other'
}

function useRetrying(id: string, mailingId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () =>
      bodyOf(api.snapshots[':id'].mailings[':mailingId'].attempts.$post({ param: { id, mailingId } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: mailingsQuery(id).queryKey }),
  })
}
