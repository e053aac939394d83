import { Notice } from '../../ui/notice.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'

/** Without a network: from when the list is, or why there is none. */
export const KeptNotice = ({ saidAt }: { readonly saidAt: string }) => {
  const { t } = useText('today')
  const moment = useMoment()
  return (
    <Notice kind="info" word={t('away.word')}>
      <p>{saidAt === '' ? t('away.nothing') : t('away.kept', { moment: moment(saidAt) })}</p>
    </Notice>
  )
}
