import { Page } from '../../page.tsx'
import { useText } from '../../use-text.ts'

export const CodesPage = () => {
  const { t } = useText('codes')
  return <Page title={t('title')}>{null}</Page>
}
