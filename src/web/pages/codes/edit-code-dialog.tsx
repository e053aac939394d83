import { useState } from 'react'
import type { CodeListEntry } from '../../../contract/code-list.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf, isProblem, onVersion, sayFailure } from '../../api.ts'
import { FailureNotice } from '../../shell/failure-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useText } from '../../use-text.ts'
import { CodeConflict } from './code-conflict.tsx'
import { type CodeDraft, draftOf, isSameDraft, missingLabels, wordsOf } from './code-draft.ts'
import { CodeFields } from './code-fields.tsx'
import { CodeHistory } from './code-history.tsx'
import { useRefreshCodes } from './code-query.ts'
import { CodeRetirement } from './code-retirement.tsx'

interface EditCodeDialogProps {
  readonly item: CodeListEntry
  readonly onClose: () => void
}

/** Everything of one code: its words, whether it is offered, and how it read before. */
export const EditCodeDialog = ({ item, onClose }: EditCodeDialogProps) => {
  const { t, language } = useText('code')
  const [draft, setDraft] = useState(draftOf(item))
  const { save, isBusy, isTried, failure, theirs, settle } = useSaving(item, onClose)
  const label = item.labels[language]
  const isChanged = !isSameDraft(draft, draftOf(item))
  if (theirs)
    return (
      <CodeConflict
        mine={draft}
        theirs={theirs}
        onMine={() => void save(draft, theirs)}
        onTheirs={() => void settle()}
        isBusy={isBusy}
      />
    )
  return (
    <Dialog
      title={t('editTitle', { label })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={isBusy}
            onPress={() => (isChanged ? void save(draft, item) : onClose())}
          >
            {isBusy ? t('action.saving') : t('action.save')}
          </Button>
        </>
      }
    >
      <FailureNotice failure={failure} />
      <CodeFields draft={draft} onDraft={setDraft} missing={isTried ? missingLabels(draft) : []} />
      <CodeRetirement item={item} isWaiting={isChanged} onDone={onClose} />
      <CodeHistory item={item} />
    </Dialog>
  )
}

/** Keeps the words, offers to take them back, and stops where somebody else has changed them meanwhile. */
function useSaving(item: CodeListEntry, onClose: () => void) {
  const { t, language } = useText('code')
  const refresh = useRefreshCodes()
  const [isBusy, setBusy] = useState(false)
  const [isTried, setTried] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [theirs, setTheirs] = useState<CodeListEntry>()
  const param = { list: item.list, code: item.code }
  const address = api['code-lists'][':list'][':code']
  const patch = (draft: CodeDraft, version: number) =>
    bodyOf(address.$patch({ param, header: {}, json: wordsOf(draft) }, onVersion(version)))
  const settle = async () => {
    onClose()
    await refresh()
  }
  const keep = async (draft: CodeDraft, before: CodeListEntry) => {
    const kept = await patch(draft, before.version)
    onClose()
    announce({
      sentence: t('changed', { label: kept.labels[language] }),
      undo: async () => {
        await patch(draftOf(before), kept.version)
        await refresh()
      },
    })
    await refresh()
  }
  const save = async (draft: CodeDraft, before: CodeListEntry) => {
    setTried(true)
    if (missingLabels(draft).length > 0) return
    setBusy(true)
    setFailure(undefined)
    try {
      await keep(draft, before)
    } catch (error) {
      if (isProblem(error, 'version_stale')) setTheirs(await bodyOf(address.$get({ param })))
      else setFailure(sayFailure(error, t))
    }
    setBusy(false)
  }
  return { save, isBusy, isTried, failure, theirs, settle }
}
