import { Page } from '../../page.tsx'
import { useText } from '../../use-text.ts'

export const MembersPage = () => {
  const { t } = useText('members')
  return <Page title={t('title')}>{null}</Page>
}
