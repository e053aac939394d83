import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RequestRecord, Voiding } from '../../../domain/request/request-record.ts'
import { formatShortDate } from '../../../text/format.ts'
import { announce } from '../../announcement.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { RequestProblem } from './request-problem.tsx'
import { deleteVoiding, keepSaved, putVoiding } from './request-query.ts'

/** Who voided it, when and why; and the way back for whoever may. */
export const VoidedNotice = ({ record, voided }: { record: RequestRecord; voided: Voiding }) => {
  const { t, language } = useText('request')
  const queries = useQueryClient()
  const back = useMutation({
    mutationFn: () => deleteVoiding(record),
    onSuccess: async (saved) => {
      const undo = async () => keepSaved(queries, await putVoiding(saved, voided.reason))
      announce({ sentence: t('voided.back'), undo })
      await keepSaved(queries, saved)
    },
  })
  const moment = { date: formatShortDate(language, voided.on), time: voided.time }
  const who = voided.by?.name ?? t('history.nobody')
  return (
    <div className="request-voided">
      <Notice kind="signal" word={t('voided.word')}>
        <p>{t('voided.who', { who, ...moment })}</p>
        <p>{voided.withImport ? t('voided.withImport') : t('voided.why', { reason: voided.reason })}</p>
        <p>{t('voided.sentence')}</p>
      </Notice>
      {record.mayTakeBack ? (
        <Button isDisabled={back.isPending} onPress={() => back.mutate()}>
          {t('voided.takeBack')}
        </Button>
      ) : null}
      {back.error ? <RequestProblem error={back.error} /> : null}
    </div>
  )
}
