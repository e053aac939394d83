import { ListBulletsIcon } from '@phosphor-icons/react/dist/csr/ListBullets'
import { QuotesIcon } from '@phosphor-icons/react/dist/csr/Quotes'
import { TextBIcon } from '@phosphor-icons/react/dist/csr/TextB'
import { TextItalicIcon } from '@phosphor-icons/react/dist/csr/TextItalic'
import { type KeyboardEvent, useId, useRef } from 'react'
import { FailureNotice } from '../../shell/failure-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useText } from '../../use-text.ts'
import type { Draft, DraftKeeper } from './draft-keeper.ts'
import { DraftState } from './draft-state.tsx'
import { type Mark, type Selected, toggleLines, toggleMark } from './plain-edit.ts'

interface PassageEditorProps {
  readonly draft: Draft
  readonly keeper: DraftKeeper
}

const styles = [
  { mark: 'bold', Icon: TextBIcon, key: 'b' },
  { mark: 'italic', Icon: TextItalicIcon, key: 'i' },
] as const

const lineKinds = [
  { kind: 'list', Icon: ListBulletsIcon },
  { kind: 'quotation', Icon: QuotesIcon },
] as const

/** A text of the report, saved while it is written. */
export const PassageEditor = ({ draft, keeper }: PassageEditorProps) => {
  const { t } = useText('making')
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const { passage, title, proposal } = draft.saved
  const write = (body: string) => keeper.write(passage, { body })
  const change = (how: (selected: Selected) => Selected) => area.current && replace(area.current, how)
  const style = (mark: Mark) => change((selected) => toggleMark(selected, mark))
  const press = (event: KeyboardEvent) => {
    const wanted = styles.find(({ key }) => key === event.key.toLowerCase())
    if (!wanted || !(event.ctrlKey || event.metaKey) || event.altKey) return
    event.preventDefault()
    style(wanted.mark)
  }
  const approve = (isReady: boolean) => {
    // Whoever calls a proposal ready as it is, takes it over.
    const body = draft.body === '' ? proposal : draft.body
    keeper.write(passage, isReady ? { body, state: 'ready' } : { state: 'proposed' })
  }
  return (
    <>
      <div className="passage-head">
        <label htmlFor={id} className="field-label">
          {title}
        </label>
        <fieldset className="passage-tools" aria-label={t('format')}>
          {styles.map(({ mark, Icon, key }) => (
            <Button
              key={mark}
              look="bare"
              aria-label={t(mark)}
              aria-keyshortcuts={`Control+${key.toUpperCase()}`}
              onPress={() => style(mark)}
              icon={<Icon aria-hidden size={20} />}
            />
          ))}
          {lineKinds.map(({ kind, Icon }) => (
            <Button
              key={kind}
              look="bare"
              aria-label={t(kind)}
              onPress={() => change((selected) => toggleLines(selected, kind))}
              icon={<Icon aria-hidden size={20} />}
            />
          ))}
        </fieldset>
      </div>
      <textarea
        ref={area}
        id={id}
        className="field-box passage-text"
        value={draft.body}
        maxLength={12_000}
        placeholder={proposal === '' ? t('nothingProposed') : proposal}
        aria-describedby={`${id}-state`}
        onKeyDown={press}
        onChange={({ target }) => write(target.value)}
      />
      <div id={`${id}-state`} className="passage-state">
        <DraftState draft={draft} />
      </div>
      <FailureNotice failure={draft.refusal} />
      <div className="passage-actions">
        <Checkbox
          label={t('ready')}
          isChecked={draft.state === 'ready'}
          isDisabled={draft.body === '' && proposal === ''}
          onCheck={approve}
        />
        {draft.body === '' && proposal !== '' ? (
          <Button onPress={() => write(proposal)}>{t('takeProposal')}</Button>
        ) : null}
      </div>
    </>
  )
}

/** As if it was typed, so that the browser's own undo takes it back. */
function replace(area: HTMLTextAreaElement, how: (selected: Selected) => Selected): void {
  const { value: text, selectionStart: start, selectionEnd: end } = area
  const changed = how({ text, start, end })
  area.focus()
  area.select()
  document.execCommand('insertText', false, changed.text)
  area.setSelectionRange(changed.start, changed.end)
}
