import type { ReactNode } from 'react'
import { PageHeader } from './ui/page-header.tsx'
import { useText } from './use-text.ts'

interface PageProps {
  readonly title: string
  readonly lead?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page of the staff app: its name on the tab, its header, then what it is for. */
export const Page = ({ title, lead, actions, children }: PageProps) => {
  const { t } = useText()
  return (
    <>
      <title>{t('page', { page: title })}</title>
      <PageHeader title={title} {...(lead ? { lead } : {})} actions={actions} />
      {children}
    </>
  )
}
