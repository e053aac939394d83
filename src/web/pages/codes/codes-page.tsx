import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { codeListsQuery } from '../../code-labels.ts'
import { Page } from '../../page.tsx'
import { sessionQuery } from '../../session.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { CodeList } from './code-list.tsx'
import { ListChoice, listOrder } from './list-choice.tsx'
import './codes-page.css'

/** The words of the city: which list, and what stands in it. */
export const CodesPage = () => {
  const { t } = useText('codes')
  const search = useSearch({ from: '/signed-in/manage/codes' })
  const { data: session } = useQuery(sessionQuery)
  const codes = useQuery(codeListsQuery)
  const list = listOrder.find((name) => name === search.list) ?? 'theme'
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button icon={<PrinterIcon aria-hidden size={20} />} onPress={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      <div className="codes">
        <ListChoice chosen={list} />
        {codes.data ? (
          <CodeList key={list} list={list} items={codes.data.items} rights={session?.rights ?? []} />
        ) : codes.error ? (
          <QueryError error={codes.error} onRetry={() => void codes.refetch()} />
        ) : (
          <LoadingState sentence={t('state.loading')} />
        )}
      </div>
    </Page>
  )
}
