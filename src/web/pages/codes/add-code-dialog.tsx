import { useState } from 'react'
import type { CodeListEntry } from '../../../contract/code-list.ts'
import type { CodeListName } from '../../../domain/code-list/code-list.ts'
import { proposeCode } from '../../../domain/code-list/code-proposal.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf, onVersion, sayFailure } from '../../api.ts'
import { FailureNotice } from '../../shell/failure-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'
import { type CodeDraft, emptyDraft, missingLabels, wordsOf } from './code-draft.ts'
import { CodeFields } from './code-fields.tsx'
import { useRefreshCodes } from './code-query.ts'
import { LanguageSelect } from './language-select.tsx'

interface AddCodeDialogProps {
  readonly list: CodeListName
  readonly listName: string
  readonly codes: readonly CodeListEntry[]
  readonly onClose: () => void
}

/** A new choice of a list. Its code follows from its Dutch word; that of a language is the language's own. */
export const AddCodeDialog = ({ list, listName, codes, onClose }: AddCodeDialogProps) => {
  const { t, language } = useText('code')
  const [draft, setDraft] = useState(emptyDraft)
  const [parent, setParent] = useState('')
  const [chosen, setChosen] = useState('')
  const { add, isBusy, isTried, failure } = useAdding({ list, codes, onClose })
  const themes = codes.filter((item) => item.parent === null && item.active)
  return (
    <Dialog
      title={t('addTitle', { list: listName })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={isBusy}
            onPress={() => void add(draft, { parent: parent || null, chosen })}
          >
            {isBusy ? t('action.saving') : t('addDo')}
          </Button>
        </>
      }
    >
      <FailureNotice failure={failure} />
      {list === 'theme' ? (
        <Select
          label={t('under')}
          options={[
            { id: '', label: t('underNothing') },
            ...themes.map(({ code, labels }) => ({ id: code, label: labels[language] })),
          ]}
          selected={parent}
          onSelect={setParent}
        />
      ) : null}
      {list === 'contact_language' ? (
        <LanguageSelect
          taken={codes.map(({ code }) => code)}
          chosen={chosen}
          onChoose={(code, labels) => {
            setChosen(code)
            setDraft({ ...draft, labels })
          }}
        />
      ) : null}
      <CodeFields draft={draft} onDraft={setDraft} missing={isTried ? missingLabels(draft) : []} />
    </Dialog>
  )
}

interface Place {
  readonly parent: string | null
  /** The code of a chosen language; empty where the code follows from the word. */
  readonly chosen: string
}

function useAdding({ list, codes, onClose }: Omit<AddCodeDialogProps, 'listName'>) {
  const { t, language } = useText('code')
  const refresh = useRefreshCodes()
  const [isBusy, setBusy] = useState(false)
  const [isTried, setTried] = useState(false)
  const [failure, setFailure] = useState<string>()
  const put = async (draft: CodeDraft, { parent, chosen }: Place) => {
    const taken = codes.map(({ code }) => code)
    const code = chosen || proposeCode(draft.labels.nl, { list, parent }, taken)
    const address = api['code-lists'][':list'][':code']
    const added = await bodyOf(address.$put({ param: { list, code }, json: { ...wordsOf(draft), parent } }))
    onClose()
    announce({
      sentence: t('added', { label: added.labels[language] }),
      undo: async () => {
        await bodyOf(address.retirement.$put({ param: { list, code }, header: {} }, onVersion(added.version)))
        await refresh()
      },
    })
    await refresh()
  }
  const add = async (draft: CodeDraft, place: Place) => {
    setTried(true)
    if (missingLabels(draft).length > 0) return
    if (list === 'contact_language' && !place.chosen) return setFailure(t('languageMissing'))
    setBusy(true)
    setFailure(undefined)
    try {
      await put(draft, place)
    } catch (error) {
      setFailure(sayFailure(error, t))
      setBusy(false)
    }
  }
  return { add, isBusy, isTried, failure }
}
