import { HandWavingIcon } from '@phosphor-icons/react/dist/csr/HandWaving'
import { useQuery } from '@tanstack/react-query'
import { Page } from '../page.tsx'
import { sessionQuery } from '../session.ts'
import { EmptyState } from '../ui/state.tsx'
import { useText } from '../use-text.ts'

/** For roles whose pages do not exist yet: an honest word instead of an empty menu. */
export const StartPage = () => {
  const { t } = useText()
  const { data: session } = useQuery(sessionQuery)
  if (!session) return null
  const { name, roles } = session.member
  return (
    <Page title={t('start.title', { name })} lead={t('start.lead')}>
      <EmptyState title={t('start.soon')} icon={<HandWavingIcon aria-hidden size={48} />}>
        {roles.map((role) => (
          <p key={role}>{t(`start.role.${role}`)}</p>
        ))}
        <p>{t('start.nothingToDo')}</p>
      </EmptyState>
    </Page>
  )
}
