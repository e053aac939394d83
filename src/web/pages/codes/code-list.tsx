import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { Suspense, useState } from 'react'
import type { CodeListEntry } from '../../../contract/code-list.ts'
import type { CodeListName } from '../../../domain/code-list/code-list.ts'
import { openCatalogue } from '../../language.ts'
import { later } from '../../lazy-part.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { findCodes } from './code-search.ts'
import { CodeTable } from './code-table.tsx'
import { nameOfList } from './list-choice.tsx'

// The list is there before somebody can press anything in it; what a press opens comes after, with its sentences.
const AddCodeDialog = later(async () => {
  const [{ AddCodeDialog: component }] = await Promise.all([
    import('./add-code-dialog.tsx'),
    openCatalogue('code'),
  ])
  return { default: component }
})
const EditCodeDialog = later(async () => {
  const [{ EditCodeDialog: component }] = await Promise.all([
    import('./edit-code-dialog.tsx'),
    openCatalogue('code'),
  ])
  return { default: component }
})

interface CodeListProps {
  readonly list: CodeListName
  readonly items: readonly CodeListEntry[]
  readonly rights: readonly string[]
}

/** One list: search in it, add to it, and everything that stands in it. */
export const CodeList = ({ list, items, rights }: CodeListProps) => {
  const { t } = useText('codes')
  const [words, setWords] = useState('')
  const [open, setOpen] = useState<CodeListEntry | 'new'>()
  const codes = items.filter((item) => item.list === list)
  const found = findCodes(codes, words)
  const mayChange = rights.includes('code_lists.change')
  return (
    <section className="codes-list" aria-labelledby="codes-heading">
      <div className="codes-head">
        <h2 id="codes-heading">{t(nameOfList(list))}</h2>
        <p>{t(`about.${list}`)}</p>
      </div>
      <div className="codes-tools">
        <TextField type="search" label={t('search')} isOptional value={words} onChange={setWords} />
        {mayChange ? (
          <Button icon={<PlusIcon aria-hidden size={20} />} onPress={() => setOpen('new')}>
            {t('add')}
          </Button>
        ) : null}
      </div>
      <p className="codes-found" role="status">
        {words.trim() ? t('found', { count: found.length }) : ''}
      </p>
      <CodeTable
        list={list}
        codes={found}
        mayOrder={mayChange && !words.trim()}
        mayCount={rights.includes('reports.live')}
        {...(mayChange ? { onEdit: setOpen } : {})}
      />
      <Suspense fallback={null}>
        {open === 'new' ? (
          <AddCodeDialog
            list={list}
            listName={t(nameOfList(list))}
            codes={codes}
            onClose={() => setOpen(undefined)}
          />
        ) : null}
        {open && open !== 'new' ? <EditCodeDialog item={open} onClose={() => setOpen(undefined)} /> : null}
      </Suspense>
    </section>
  )
}
