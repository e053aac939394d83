import { ArrowLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowLeft'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { useText } from '../../use-text.ts'

export const ListLink = () => {
  const { t } = useText('request')
  return (
    <Link to={paths.requests} className="link no-print request-back">
      <ArrowLeftIcon aria-hidden className="request-back-icon" />
      {t('list')}
    </Link>
  )
}
