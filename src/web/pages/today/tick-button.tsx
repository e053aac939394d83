import { CheckIcon } from '@phosphor-icons/react/dist/csr/Check'
import type { ToDo } from '../../drafts/kept-to-do.ts'
import { useOutbox } from '../../outbox/outbox-state.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import type { TickOff } from './use-tick-off.ts'

interface TickButtonProps {
  readonly toDo: ToDo
  readonly tickOff: TickOff
}

/** Ticks something off; while that waits to be sent it says so, and takes it back. */
export const TickButton = ({ toDo, tickOff: { tick, takeBack, isTicked } }: TickButtonProps) => {
  const { t } = useText('followups')
  const { held } = useOutbox()
  const { what } = toDo
  if (!isTicked(toDo))
    return (
      <Button icon={<CheckIcon aria-hidden />} aria-label={t('doneOf', { what })} onPress={() => tick(toDo)}>
        {t('done')}
      </Button>
    )
  return (
    <div className="to-do-ticked">
      <span>{t(`ticked.${held ?? 'sending'}`)}</span>
      <Button look="bare" aria-label={t('reopenOf', { what })} onPress={() => takeBack(toDo)}>
        {t('reopen')}
      </Button>
    </div>
  )
}
