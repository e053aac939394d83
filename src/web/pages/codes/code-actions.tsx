import { ArrowDownIcon } from '@phosphor-icons/react/dist/csr/ArrowDown'
import { ArrowUpIcon } from '@phosphor-icons/react/dist/csr/ArrowUp'
import type { CodeListEntry } from '../../../contract/code-list.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { buttonId, type MoveCode } from './move-code.ts'

interface CodeActionsProps {
  readonly item: CodeListEntry
  readonly codes: readonly CodeListEntry[]
  readonly onEdit: (item: CodeListEntry) => void
  readonly onMove?: MoveCode
}

/** What somebody can do with a code: a place up, a place down, its words. */
export const CodeActions = ({ item, codes, onEdit, onMove }: CodeActionsProps) => {
  const { t, language } = useText('codes')
  const siblings = codes.filter(({ parent }) => parent === item.parent)
  const label = item.labels[language]
  const place = siblings.indexOf(item)
  return (
    <div className="code-actions">
      {onMove ? (
        <>
          <Button
            look="bare"
            id={buttonId(item, -1)}
            aria-label={t('moveUp', { label })}
            isDisabled={place === 0}
            onPress={() => onMove(item, -1)}
            icon={<ArrowUpIcon aria-hidden size={20} />}
          />
          <Button
            look="bare"
            id={buttonId(item, 1)}
            aria-label={t('moveDown', { label })}
            isDisabled={place === siblings.length - 1}
            onPress={() => onMove(item, 1)}
            icon={<ArrowDownIcon aria-hidden size={20} />}
          />
        </>
      ) : null}
      <Button aria-label={t('editOf', { label })} onPress={() => onEdit(item)}>
        {t('edit')}
      </Button>
    </div>
  )
}
