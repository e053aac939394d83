import { Link } from '@tanstack/react-router'
import type { LocalDate } from '../../../domain/local-date.ts'
import { formatDate } from '../../../text/format.ts'
import { useLabels } from '../../code-labels.ts'
import { paths } from '../../paths.ts'
import { useText } from '../../use-text.ts'

interface AboutRequest {
  readonly requestId: string
  readonly theme: string | null
  readonly receivedOn: LocalDate | null
}

/** Which request it is about, as the way to it. */
export const RequestHeading = ({ requestId, theme, receivedOn }: AboutRequest) => {
  const { t, language } = useText('coaching')
  const label = useLabels()
  if (theme === null || receivedOn === null) return <h3>{t('unseen')}</h3>
  return (
    <h3>
      <Link to={paths.request} params={{ id: requestId }} className="link">
        {t('about', { theme: label('theme', theme), date: formatDate(language, receivedOn) })}
      </Link>
    </h3>
  )
}
