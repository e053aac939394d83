import type { CodeListEntry } from '../../../contract/code-list.ts'
import { languages } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useText } from '../../use-text.ts'
import { type CodeDraft, draftOf } from './code-draft.ts'

interface CodeConflictProps {
  readonly mine: CodeDraft
  readonly theirs: CodeListEntry
  readonly onMine: () => void
  readonly onTheirs: () => void
  readonly isBusy: boolean
}

/** Two people changed one code: what stands there now beside what was just written, and a choice. */
export const CodeConflict = ({ mine, theirs, onMine, onTheirs, isBusy }: CodeConflictProps) => {
  const { t, language } = useText('code')
  const now = draftOf(theirs)
  const rows = [
    ...languages.map((other) => ({
      field: t('labelIn', { language: t(`languageName.${other}`) }),
      now: now.labels[other],
      mine: mine.labels[other],
    })),
    ...languages.map((other) => ({
      field: t('definitionIn', { language: t(`languageName.${other}`) }),
      now: now.definitions[other],
      mine: mine.definitions[other],
    })),
    { field: t('synonyms'), now: now.synonyms, mine: mine.synonyms },
  ].filter((row) => row.now !== row.mine)
  return (
    <Dialog
      title={t('conflictTitle', { label: theirs.labels[language] })}
      onClose={onTheirs}
      actions={
        <>
          <Button onPress={onTheirs}>{t('keepTheirs')}</Button>
          <Button look="primary" isDisabled={isBusy} onPress={onMine}>
            {t('keepMine')}
          </Button>
        </>
      }
    >
      <p>{t('conflict')}</p>
      <DataTable
        stacks
        caption={t('conflictTable')}
        rows={rows}
        keyOf={({ field }) => field}
        columns={[
          { id: 'field', heading: t('field'), cell: ({ field }) => field },
          { id: 'now', heading: t('theirs'), cell: (row) => row.now || '–' },
          { id: 'mine', heading: t('mine'), cell: (row) => row.mine || '–' },
        ]}
      />
    </Dialog>
  )
}
