import { Link, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { paths } from '../../paths.ts'
import { readRequestSearch } from '../../search.ts'
import { useText } from '../../use-text.ts'
import { noteOpened } from './use-return-to-opened.ts'

interface RequestLinkProps {
  readonly id: string
  readonly children: ReactNode
}

/** The way into one request, from the first cell of its row. */
export const RequestLink = ({ id, children }: RequestLinkProps) => {
  const { t } = useText('requests')
  const router = useRouter()
  return (
    <Link
      to={paths.request}
      params={{ id }}
      state={() => ({ list: readRequestSearch(router.state.location.search) })}
      preload={false}
      className="request-link"
      data-request={id}
      onClick={() => noteOpened(id)}
    >
      <span className="visually-hidden">{t('open')}</span>
      {children}
    </Link>
  )
}
