import { HandWavingIcon } from '@phosphor-icons/react/dist/csr/HandWaving'
import { useQuery } from '@tanstack/react-query'
import { Page } from '../page.tsx'
import { sessionQuery } from '../session.ts'
import { EmptyState } from '../ui/state.tsx'
import { useText } from '../use-text.ts'

/** For roles whose pages do not exist yet: an honest word instead of an empty menu. */
export const StartPage = () => {
  const { t } = useText('start')
  const { data: session } = useQuery(sessionQuery)
  if (!session) return null
  const { name, roles } = session.member
  return (
    <Page title={t('title', { name })} lead={t('lead')}>
      <EmptyState title={t('soon')} icon={<HandWavingIcon aria-hidden size={48} />}>
        {roles.map((role) => (
          <p key={role}>{t(`role.${role}`)}</p>
        ))}
        <p>{t('nothingToDo')}</p>
      </EmptyState>
    </Page>
  )
}
