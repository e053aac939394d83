import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useText } from '../../use-text.ts'
import { LinkHandover } from './link-handover.tsx'

export interface Handover {
  readonly name: string
  readonly link: string | null
  readonly mailFailure: string | null
}

/** After a mail that did not go out. */
export const HandoverDialog = ({
  title,
  handover,
  onClose,
}: {
  title: string
  handover: Handover
  onClose: () => void
}) => {
  const { t } = useText('member')
  return (
    <Dialog title={title} onClose={onClose} actions={<Button onPress={onClose}>{t('action.close')}</Button>}>
      <LinkHandover {...handover} />
    </Dialog>
  )
}
