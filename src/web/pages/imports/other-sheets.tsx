import { isolate } from '../../../text/isolate.ts'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'

/** The sheets of the workbook that this import leaves alone, and how to read them. */
export const OtherSheets = ({ names }: { names: readonly string[] }) => {
  const { t } = useText('imports')
  if (names.length === 0) return null
  return (
    <Notice kind="signal" word={t('otherSheets.word')}>
      <p>{t('otherSheets.names', { names: names.map(isolate).join(', ') })}</p>
      <p>{t('otherSheets.help')}</p>
    </Notice>
  )
}
