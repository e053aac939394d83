import { Page } from '../../page.tsx'
import { useText } from '../../use-text.ts'

export const RequestPage = () => {
  const { t } = useText('request')
  return <Page title={t('title')}>{null}</Page>
}
