import { useQuery } from '@tanstack/react-query'
import { Page } from '../../page.tsx'
import { sessionQuery } from '../../session.ts'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { FileDrop } from './file-drop.tsx'
import { ImportHistory } from './import-history.tsx'
import { MappingMemory } from './mapping-memory.tsx'
import { StepList } from './step-list.tsx'
import './imports-page.css'

export const ImportsPage = () => {
  const { t } = useText('imports')
  const { data: session } = useQuery(sessionQuery)
  const mayImport = session?.rights.includes('imports.run')
  return (
    <Page title={t('title')} lead={t('lead')}>
      {mayImport ? (
        <div className="imports">
          <StepList current="file" />
          <section aria-labelledby="import-step">
            <h2 id="import-step">{t('stepTitle.file')}</h2>
            <FileDrop />
          </section>
          <ImportHistory />
          <MappingMemory />
        </div>
      ) : (
        <Notice kind="info" word={t('forbidden.word')}>
          <p>{t('forbidden.manage')}</p>
        </Notice>
      )}
    </Page>
  )
}
