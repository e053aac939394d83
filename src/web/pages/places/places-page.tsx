import { Page } from '../../page.tsx'
import { useText } from '../../use-text.ts'

export const PlacesPage = () => {
  const { t } = useText('places')
  return <Page title={t('title')}>{null}</Page>
}
