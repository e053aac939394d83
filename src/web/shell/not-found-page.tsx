import { SignpostIcon } from '@phosphor-icons/react/dist/csr/Signpost'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { EmptyState } from '../ui/state.tsx'
import { useText } from '../use-text.ts'

export const NotFoundPage = () => {
  const { t } = useText()
  const title = t('notFound.title')
  return (
    <>
      <title>{t('page', { page: title })}</title>
      <EmptyState level="h1" title={title} icon={<SignpostIcon aria-hidden size={48} />}>
        <p>{t('notFound.lead')}</p>
        <Link to={paths.start} className="link">
          {t('notFound.back')}
        </Link>
      </EmptyState>
    </>
  )
}
