import { announce } from '../../announcement.ts'
import type { LeftDraft } from '../../drafts/draft-keeper.ts'
import { discardLeft } from '../../drafts/left-draft.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import { ThemeIcon } from './theme-icon.tsx'
import type { DeskChoices } from './use-desk-choices.ts'
import type { KeptDrafts } from './use-kept-draft.ts'
import { revive } from './visit-draft.ts'
import './visit-conflict.css'

interface LeftDraftsProps {
  readonly drafts: KeptDrafts
  readonly choices: DeskChoices
  /** False: something else is in the form, and stays there. */
  readonly isFree: boolean
}

/** What this guide began in a tab that is gone; and whether what stands in the form would survive that. */
export const LeftDrafts = ({ drafts, choices, isFree }: LeftDraftsProps) => {
  const { t } = useText('desk')
  const { t: ofTyped } = useText('typed')
  const moment = useMoment()
  const { areKept, left, setLeft, open, leave } = drafts
  const discard = async (one: LeftDraft) => {
    setLeft(left.filter((other) => other !== one))
    // because: what this device cannot throw away comes back with the next visit to the page
    await discardLeft(one.id).catch(() => undefined)
    announce({ sentence: ofTyped('draft.discarded'), undo: () => leave(revive(one.content)) })
  }
  return (
    <>
      {areKept ? null : (
        <Notice kind="info" word={ofTyped('draft.unkeptWord')}>
          <p>{ofTyped('draft.unkept')}</p>
        </Notice>
      )}
      {left.map((one) => (
        <Notice key={one.id} kind="info" word={ofTyped('draft.leftWord')}>
          <p>{ofTyped('draft.left', { moment: moment(one.changedAt.toISOString()) })}</p>
          <Theme of={one} choices={choices} />
          {isFree ? null : <p>{t('mendLater')}</p>}
          <div className="visit-conflict-ways">
            <Button isDisabled={!isFree} onPress={() => open(one)}>
              {ofTyped('draft.open')}
            </Button>
            <Button onPress={() => void discard(one)}>{ofTyped('draft.discard')}</Button>
          </div>
        </Notice>
      ))}
    </>
  )
}

/** What it is about, as far as that was chosen. */
const Theme = ({ of: { content }, choices }: { of: LeftDraft; choices: DeskChoices }) => {
  const { question, asked } = revive(content)
  const theme = question.theme ?? asked.at(-1)?.theme
  const name = choices.themes.find(({ id }) => id === theme)?.label
  return theme && name ? (
    <p>
      <ThemeIcon theme={theme} /> {name}
    </p>
  ) : null
}
