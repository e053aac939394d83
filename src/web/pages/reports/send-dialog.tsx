import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { StaffLanguage } from '../../../domain/language.ts'
import { readAddresses } from '../../../domain/people/mail-address.ts'
import { addressMonths } from '../../../domain/report/mailing-erasure.ts'
import type { ReportAudience } from '../../../domain/report/report-format.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf, sayFailure } from '../../api.ts'
import { languages } from '../../language.ts'
import { newId } from '../../new-id.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { Choice } from '../../ui/choice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { mailingsQuery } from './mailing-query.ts'
import { publicationsQuery } from './publication-query.ts'

interface SendDialogProps {
  readonly id: string
  readonly lastAddresses: { readonly [Audience in ReportAudience]?: readonly string[] | undefined }
  readonly onClose: () => void
}

const formats = { pdf: ['pdf'], docx: ['docx'], both: ['pdf', 'docx'] } as const
const formatChoices = ['pdf', 'docx', 'both'] as const

interface Draft {
  readonly audience: ReportAudience
  /** As they are typed; untouched it is who got the last one. */
  readonly addresses: string | undefined
  readonly language: StaffLanguage
  readonly format: keyof typeof formats
  readonly message: string
}

/** To whom the report goes, as whose, and with which words. What goes wrong loses nothing. */
export const SendDialog = ({ id, lastAddresses, onClose }: SendDialogProps) => {
  const { t, language } = useText('mailing')
  const audiences = useAudiences(id)
  const { draft, change, id: mailingId } = useDraft(language)
  const addresses = draft.addresses ?? lastAddresses[draft.audience]?.join('\n') ?? ''
  const read = readAddresses(addresses)
  const [isAsked, setAsked] = useState(false)
  const { mutate, isPending, error } = useSending(id, onClose)
  const fault = read.wrong[0]
    ? t('addressWrong', { address: read.wrong[0] })
    : read.addresses.length === 0
      ? t('addressMissing')
      : undefined
  const send = () => {
    setAsked(true)
    if (fault || isPending) return
    const { audience, message, format } = draft
    const json = { audience, message, language: draft.language, formats: [...formats[format]] }
    mutate({ mailingId, json: { ...json, addresses: read.addresses } })
  }
  return (
    <TaskDialog
      title={t('sendTitle')}
      onClose={onClose}
      saveLabel={t('send')}
      onSave={send}
      canSave
      isBusy={isPending}
      failure={error ? sayFailure(error, t) : undefined}
    >
      <Choice
        label={t('audience')}
        options={audiences.map((each) => ({ id: each, label: t(`for.${each}`) }))}
        selected={draft.audience}
        onSelect={(audience) => change({ audience })}
      />
      {audiences.length === 1 ? <p className="field-hint">{t('publishFirst')}</p> : null}
      <TextField
        label={t('addresses')}
        hint={t(draft.audience === 'coordinator' ? 'addressesCoordinator' : 'addressesHint')}
        isLong
        value={addresses}
        onChange={(typed) => change({ addresses: typed })}
        error={isAsked ? fault : undefined}
      />
      <p className="field-hint">{t('keptFor', { months: addressMonths })}</p>
      <Choice
        label={t('reportLanguage')}
        options={languages.map((each) => ({ id: each, label: t(`language.${each}`) }))}
        selected={draft.language}
        onSelect={(chosen) => change({ language: chosen })}
      />
      <Choice
        label={t('file')}
        options={formatChoices.map((each) => ({ id: each, label: t(`format.${each}`) }))}
        selected={draft.format}
        onSelect={(format) => change({ format })}
      />
      <TextField
        label={t('message')}
        hint={t('messageHint')}
        isLong
        isOptional
        maxLength={1000}
        value={draft.message}
        onChange={(message) => change({ message })}
      />
    </TaskDialog>
  )
}

/** The coordinator's own, and those for whom it is published and stands. */
function useAudiences(id: string): ReportAudience[] {
  const { data } = useQuery(publicationsQuery)
  const published = data?.items.filter(({ snapshotId, withdrawn }) => snapshotId === id && !withdrawn) ?? []
  const isFor = (audience: ReportAudience) =>
    audience === 'coordinator' || published.some((one) => one.audience === audience)
  return (['coordinator', 'council', 'everybody'] as const).filter(isFor)
}

function useDraft(language: StaffLanguage) {
  // Sent again after a failure it is the same mailing; changed after a refusal it is another.
  const [id, setId] = useState(newId)
  const [draft, setDraft] = useState<Draft>({
    ...{ audience: 'coordinator', addresses: undefined, language, format: 'pdf', message: '' },
  })
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part })
    setId(newId())
  }
  return { draft, change, id }
}

type Sent = Parameters<(typeof api.snapshots)[':id']['mailings'][':mailingId']['$put']>[0]

function useSending(id: string, onDone: () => void) {
  const { t } = useText('mailing')
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ mailingId, json }: { readonly mailingId: string; readonly json: Sent['json'] }) =>
      bodyOf(api.snapshots[':id'].mailings[':mailingId'].$put({ param: { id, mailingId }, json })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: mailingsQuery(id).queryKey })
      announce({ sentence: t('isSent') })
      onDone()
    },
  })
}
