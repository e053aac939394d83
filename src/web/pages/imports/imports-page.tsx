import { Page } from '../../page.tsx'
import { useText } from '../../use-text.ts'

export const ImportsPage = () => {
  const { t } = useText('imports')
  return <Page title={t('title')}>{null}</Page>
}
