import { FileArrowUpIcon } from '@phosphor-icons/react/dist/csr/FileArrowUp'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { sayFailure } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { paths } from '../../paths.ts'
import { Notice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useText } from '../../use-text.ts'
import { importFilePath } from '../file-path.ts'
import { sendFile } from '../file-travel.ts'
import { checkFile, type FileFault, mostMebibytes } from './file-check.ts'
import { useFileSize } from './file-size.ts'
import './file-drop.css'

/** Step one: a spreadsheet from the computer, dropped here or chosen. Once it is in, its own page goes on. */
export const FileDrop = () => {
  const { t } = useText('imports')
  const id = useId()
  const [isOver, setOver] = useState(false)
  const { bring, file, fault, error, isBusy } = useBringing()
  const sizeOf = useFileSize()
  if (isBusy && file) {
    const sentence = t('file.named', { name: file.name, size: sizeOf(file.size) })
    return <Progress label={t('file.sending')} sentence={sentence} part={undefined} />
  }
  const problem = fault
    ? t(`file.fault.${fault.fault}`, { most: mostMebibytes, format: formatOf(fault) })
    : error
  return (
    <div className="file-step">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: because dropping is a second way; the field inside is the first */}
      <div
        className={isOver ? 'file-drop file-drop-over' : 'file-drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          bring(event.dataTransfer.files[0])
        }}
      >
        <FileArrowUpIcon aria-hidden size={40} />
        <p id={`${id}-hint`}>{t('file.hint', { most: mostMebibytes })}</p>
        <label className="button button-primary file-button">
          {t('file.choose')}
          <input
            type="file"
            accept=".csv,.xlsx,.txt,text/csv"
            className="visually-hidden"
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => {
              bring(target.files?.[0])
              // The same file may be chosen again after it was mended.
              target.value = ''
            }}
          />
        </label>
      </div>
      {problem ? (
        <Notice kind="error" word={t('file.faultWord')}>
          <p>{file ? t('file.about', { name: file.name, problem }) : problem}</p>
        </Notice>
      ) : null}
      <p className="quiet">{t('file.kept')}</p>
      <p className="quiet">{t('file.hidden')}</p>
    </div>
  )
}

const formatOf = (fault: FileFault): string => (fault.fault === 'kind' ? fault.format : '')

function useBringing() {
  const { t } = useText('imports')
  const navigate = useNavigate()
  const [file, setFile] = useState<File>()
  const [fault, setFault] = useState<FileFault>()
  const sending = useMutation({
    mutationFn: async (chosen: File) => {
      const id = newId()
      await sendFile(importFilePath(id, chosen.name), chosen)
      return id
    },
    onSuccess: (id) => navigate({ to: paths.import, params: { id }, search: {} }),
  })
  const bring = async (chosen: File | undefined) => {
    if (!chosen || sending.isPending) return
    sending.reset()
    setFile(chosen)
    const found = await checkFile(chosen)
    setFault(found)
    if (!found) sending.mutate(chosen)
  }
  const { error } = sending
  const sentence = error ? sayFailure(error, t) : undefined
  return {
    bring: (chosen: File | undefined) => void bring(chosen),
    file,
    fault,
    error: sentence,
    isBusy: sending.isPending,
  }
}
