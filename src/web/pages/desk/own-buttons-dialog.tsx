import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OwnButtons } from '../../../contract/own-button.ts'
import { hasRegisterNumber } from '../../../domain/import/register-number.ts'
import { mostButtons } from '../../../domain/visit/own-button-limit.ts'
import { codeListsQuery } from '../../code-labels.ts'
import { newId } from '../../new-id.ts'
import type { Author } from '../../outbox/outbox.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { useSaving } from '../../shell/use-saving.ts'
import { useText } from '../../use-text.ts'
import { OwnButtonLine } from './own-button-line.tsx'
import { type OwnButton, ownButtonsQuery, putOwnButtons } from './own-button-query.ts'
import type { DeskChoices } from './use-desk-choices.ts'
import './own-buttons-dialog.css'

interface OwnButtonsDialogProps {
  readonly author: Author
  readonly kept: OwnButtons
  /** What becomes one more. */
  readonly added: Omit<OwnButton, 'id' | 'name'> | null
  readonly choices: DeskChoices
  readonly onClose: () => void
}

/** Names and order of a guide's own buttons. Nothing changes before it is kept, and then there is a way back. */
export const OwnButtonsDialog = ({ author, kept, added, choices, onClose }: OwnButtonsDialogProps) => {
  const { t } = useText('buttons')
  const queries = useQueryClient()
  const codes = useQuery(codeListsQuery).data?.items ?? []
  const [lines, setLines] = useState(() => [
    ...kept.items,
    ...(added ? [{ ...withoutSensitive(added, codes), id: newId(), name: nameOf(added, choices) }] : []),
  ])
  const { queryKey } = ownButtonsQuery(author)
  const { save, isBusy, failure } = useSaving(onClose, () => queries.invalidateQueries({ queryKey }))
  const keep = async () => {
    const now = await putOwnButtons(
      lines.map((line) => ({ ...line, name: line.name.trim() })),
      kept.version,
    )
    queries.setQueryData(queryKey, now)
    return { sentence: t('kept'), undo: () => putOwnButtons(kept.items, now.version) }
  }
  const change = (place: number, name: string) =>
    setLines(lines.map((line, at) => (at === place ? { ...line, name } : line)))
  const move = (place: number, steps: -1 | 1) => {
    const [line] = lines.slice(place, place + 1)
    const rest = lines.toSpliced(place, 1)
    if (line) setLines(rest.toSpliced(place + steps, 0, line))
  }
  const isTooMany = lines.length > mostButtons
  return (
    <TaskDialog
      title={t('title')}
      onClose={onClose}
      canSave={!isTooMany && lines.every(({ name }) => name.trim() !== '' && !hasRegisterNumber(name))}
      isBusy={isBusy}
      failure={isTooMany ? t('full', { most: mostButtons }) : failure}
      onSave={() => void save(keep)}
    >
      <p>{lines.length > 0 ? t('lead') : t('none')}</p>
      <ol className="own-button-lines">
        {lines.map((line, place) => (
          <OwnButtonLine
            key={line.id}
            button={line}
            choices={choices}
            place={place}
            count={lines.length}
            onName={(name) => change(place, name)}
            onMove={(steps) => move(place, steps)}
            onRemove={() => setLines(lines.toSpliced(place, 1))}
          />
        ))}
      </ol>
    </TaskDialog>
  )
}

/** Whoever is at the desk may read along: a button says no more than the theme. */
const withoutSensitive = (
  added: Omit<OwnButton, 'id' | 'name'>,
  codes: readonly { readonly list: string; readonly code: string; readonly sensitive: boolean }[],
) =>
  codes.some(({ list, code, sensitive }) => list === 'theme' && code === added.subTheme && sensitive)
    ? { ...added, subTheme: null }
    : added

const nameOf = ({ theme }: Omit<OwnButton, 'id' | 'name'>, choices: DeskChoices): string =>
  choices.themes.find(({ id }) => id === theme)?.label.slice(0, 40) ?? ''
