import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatList } from '../../../text/format.ts'
import { useLabels } from '../../code-labels.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import type { ClientInHand } from './client-in-hand.ts'
import { EraseDialog } from './erase-dialog.tsx'
import { FileDialog } from './file-dialog.tsx'
import { fileQuery } from './file-query.ts'

interface FilePartProps {
  readonly client: ClientInHand
  readonly contactLanguage: string
  readonly onClient: (client: ClientInHand) => void
}

/** With a name or without: the person's choice, at any time. A file opens when somebody asks for it, and that is written down. */
export const FilePart = ({ client, contactLanguage, onClient }: FilePartProps) => {
  const { t } = useText('card')
  const [isOpen, setOpen] = useState(false)
  const [isNaming, setNaming] = useState(false)
  const queries = useQueryClient()
  const { id, hasFile } = client
  if (hasFile && isOpen)
    return (
      <FileView
        id={id}
        contactLanguage={contactLanguage}
        onErased={() => {
          queries.removeQueries({ queryKey: fileQuery(id).queryKey })
          onClient({ ...client, hasFile: false })
        }}
      />
    )
  return (
    <div className="card-part">
      <p>{hasFile ? t('file.there') : t('file.none')}</p>
      <div className="card-actions">
        {hasFile ? (
          <Button onPress={() => setOpen(true)}>{t('file.open')}</Button>
        ) : (
          <Button onPress={() => setNaming(true)}>{t('file.make')}</Button>
        )}
      </div>
      {isNaming ? (
        <FileDialog
          id={id}
          file={undefined}
          contactLanguage={contactLanguage}
          onClose={() => setNaming(false)}
          onKept={() => {
            setNaming(false)
            onClient({ ...client, hasFile: true })
          }}
        />
      ) : null}
    </div>
  )
}

interface FileViewProps {
  readonly id: string
  readonly contactLanguage: string
  readonly onErased: () => void
}

const FileView = ({ id, contactLanguage, onErased }: FileViewProps) => {
  const { t, language } = useText('card')
  const label = useLabels()
  const moment = useMoment()
  const { data, error, refetch } = useQuery(fileQuery(id))
  const [open, setOpen] = useState<'change' | 'erase'>()
  const close = () => setOpen(undefined)
  if (!data)
    return error ? (
      <QueryError error={error} onRetry={() => void refetch()} />
    ) : (
      <LoadingState sentence={t('state.loading')} />
    )
  const named = (codes: readonly string[]) =>
    formatList(
      language,
      codes.map((code) => label('contact_language', code)),
    )
  return (
    <section className="card-part" aria-label={t('file.title')}>
      <h2>{t('file.title')}</h2>
      <dl className="card-file">
        <dt>{t('file.name')}</dt>
        <dd dir="auto">{data.name}</dd>
        {data.reach ? <dt>{t('file.reach')}</dt> : null}
        {data.reach ? <dd dir="auto">{data.reach}</dd> : null}
        {data.spoken.length > 0 ? <dt>{t('file.spoken')}</dt> : null}
        {data.spoken.length > 0 ? <dd>{named(data.spoken)}</dd> : null}
        {data.read.length > 0 ? <dt>{t('file.read')}</dt> : null}
        {data.read.length > 0 ? <dd>{named(data.read)}</dd> : null}
        <dt>{t('file.explained')}</dt>
        <dd>
          {t('file.explainedIn', {
            moment: moment(data.explainedAt),
            language: label('contact_language', data.explainedIn),
          })}
        </dd>
      </dl>
      <div className="card-actions">
        <Button onPress={() => setOpen('change')}>{t('file.change')}</Button>
        <Button onPress={() => setOpen('erase')}>{t('erase.open')}</Button>
      </div>
      {open === 'change' ? (
        <FileDialog
          id={id}
          file={data}
          contactLanguage={contactLanguage}
          onClose={close}
          onKept={() => {
            close()
            void refetch()
          }}
        />
      ) : null}
      {open === 'erase' ? <EraseDialog id={id} onClose={close} onErased={onErased} /> : null}
    </section>
  )
}
