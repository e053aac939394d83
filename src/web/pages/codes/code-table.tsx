import { TrayIcon } from '@phosphor-icons/react/dist/csr/Tray'
import { useQuery } from '@tanstack/react-query'
import type { CodeListEntry } from '../../../contract/code-list.ts'
import type { CodeListName } from '../../../domain/code-list/code-list.ts'
import { formatNumber } from '../../../text/format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { CodeActions } from './code-actions.tsx'
import { CodeDefinition, CodeState, CodeWord } from './code-cell.tsx'
import { codeUseQuery, keyOf } from './code-query.ts'
import { nameOfList } from './list-choice.tsx'
import { useMoveCode } from './move-code.ts'

interface CodeTableProps {
  readonly list: CodeListName
  readonly codes: readonly CodeListEntry[]
  readonly mayCount: boolean
  /** Only the whole list has an order to change. */
  readonly mayOrder: boolean
  readonly onEdit?: (item: CodeListEntry) => void
}

/** Every code of a list in its order, a theme with its sub-themes under it. */
export const CodeTable = ({ list, codes, mayCount, mayOrder, onEdit }: CodeTableProps) => {
  const { t } = useText('codes')
  const { data: use } = useQuery({ ...codeUseQuery, enabled: mayCount })
  const move = useMoveCode(codes)
  if (codes.length === 0)
    return (
      <EmptyState title={t('emptyTitle')} icon={<TrayIcon aria-hidden size={48} />}>
        <p>{t('empty')}</p>
      </EmptyState>
    )
  const columns: Column<CodeListEntry>[] = [
    { id: 'word', heading: t('word'), cell: (item) => <CodeWord item={item} /> },
    { id: 'definition', heading: t('definition'), cell: (item) => <CodeDefinition item={item} /> },
    { id: 'synonyms', heading: t('synonyms'), cell: ({ synonyms }) => synonyms.join(', ') || '–' },
    ...(mayCount
      ? [
          {
            id: 'use',
            heading: t('use'),
            look: 'number' as const,
            cell: (item: CodeListEntry) => <Use item={item} use={use} />,
          },
        ]
      : []),
    { id: 'state', heading: t('state'), cell: (item) => <CodeState item={item} codes={codes} /> },
    ...(onEdit
      ? [
          {
            id: 'actions',
            heading: t('actions'),
            cell: (item: CodeListEntry) => (
              <CodeActions
                item={item}
                codes={codes}
                onEdit={onEdit}
                {...(mayOrder ? { onMove: move } : {})}
              />
            ),
          },
        ]
      : []),
  ]
  return (
    <DataTable stacks caption={t(nameOfList(list))} columns={columns} rows={codes} keyOf={({ id }) => id} />
  )
}

/** A sensitive code says nothing of how often it is used. */
const Use = ({ item, use }: { item: CodeListEntry; use: ReadonlyMap<string, number> | undefined }) => {
  const { t, language } = useText('codes')
  if (item.sensitive || !use) return '–'
  const requests = use.get(keyOf(item)) ?? 0
  return requests === 0 ? (
    <span className="codes-quiet">{t('unused')}</span>
  ) : (
    formatNumber(language, requests)
  )
}
