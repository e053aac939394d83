import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import type { ImportDetail } from '../../../contract/import.ts'
import { Page } from '../../page.tsx'
import { QueryError } from '../../shell/query-error.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { ColumnsStep } from './columns-step.tsx'
import { useFileSize } from './file-size.ts'
import { importQuery } from './import-query.ts'
import { isOpen, stepOf } from './import-step.ts'
import { RunStep } from './run-step.tsx'
import { StepList } from './step-list.tsx'
import { TrialStep } from './trial-step.tsx'
import { useEnding } from './use-ending.ts'
import { ValuesStep } from './values-step.tsx'
import './imports-page.css'

/** One import, at the step where it stands: the address is enough to come back to it. */
export const ImportPage = () => {
  const { t, language } = useText('imports')
  const { id } = useParams({ from: '/signed-in/manage/imports/$id' })
  const { data, error, refetch } = useQuery(importQuery(id, language))
  const sizeOf = useFileSize()
  const size = data?.size
  const lead = data && (size ? t('file.named', { name: data.fileName, size: sizeOf(size) }) : data.fileName)
  return (
    <Page title={t('title')} {...(lead ? { lead } : {})}>
      {data ? <Steps detail={data} /> : null}
      {!data && error ? <QueryError error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <LoadingState sentence={t('state.loading')} />}
    </Page>
  )
}

const Steps = ({ detail }: { detail: ImportDetail }) => {
  const { t } = useText('imports')
  const { step: asked } = useSearch({ from: '/signed-in/manage/imports/$id' })
  useEnding(detail)
  const step = asked && isOpen(asked, detail) ? asked : stepOf(detail)
  return (
    <div className="imports">
      <StepList current={step} detail={detail} />
      <section aria-labelledby="import-step">
        <h2 id="import-step">{t(`stepTitle.${step}`)}</h2>
        {step === 'columns' ? <ColumnsStep detail={detail} /> : null}
        {step === 'values' ? <ValuesStep detail={detail} /> : null}
        {step === 'trial' ? <TrialStep detail={detail} /> : null}
        {step === 'run' ? <RunStep detail={detail} /> : null}
      </section>
    </div>
  )
}
