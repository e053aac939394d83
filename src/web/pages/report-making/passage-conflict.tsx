import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import type { Draft, DraftKeeper } from './draft-keeper.ts'

/** Somebody else saved the same text meanwhile: both stand side by side until one is chosen. */
export const PassageConflict = ({
  draft,
  keeper,
}: {
  readonly draft: Draft
  readonly keeper: DraftKeeper
}) => {
  const { t } = useText('making')
  const { saved, body } = draft
  const who = saved.editedBy ?? t('someone')
  const settle = (text: string) => keeper.settle(saved.passage, text)
  return (
    <section className="passage-conflict" aria-label={t('conflict', { who })}>
      <Notice kind="signal" word={t('conflict', { who })}>
        <p>{t('conflictSentence')}</p>
      </Notice>
      <div className="passage-sides">
        {[
          { title: t('mine'), text: body, choose: t('chooseMine') },
          { title: t('theirs', { who }), text: saved.body, choose: t('chooseTheirs', { who }) },
        ].map(({ title, text, choose }) => (
          <div key={title}>
            <h3>{title}</h3>
            <p className="passage-side">{text}</p>
            <Button onPress={() => settle(text)}>{choose}</Button>
          </div>
        ))}
      </div>
      <Button look="bare" onPress={() => settle(`${body}\n\n${saved.body}`)}>
        {t('chooseBoth')}
      </Button>
    </section>
  )
}
