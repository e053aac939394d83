import { ArrowLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowLeft'
import { Link, useLocation } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { useText } from '../../use-text.ts'

/** Back to the list as it was left, with its filters. */
export const ListLink = () => {
  const { t } = useText('request')
  const search = useLocation({ select: ({ state }) => state.list ?? {} })
  return (
    <Link to={paths.requests} search={search} className="link no-print request-back">
      <ArrowLeftIcon aria-hidden className="request-back-icon" />
      {t('list')}
    </Link>
  )
}
