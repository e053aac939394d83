import { Link } from '@tanstack/react-router'
import type { Month } from '../../../domain/local-date.ts'
import { paths } from '../../paths.ts'
import { type PlacePart, placeParts } from '../../search.ts'
import { useText } from '../../use-text.ts'
import '../../shell/part-links.css'

interface PartLinksProps {
  readonly month: Month
  readonly part: PlacePart | undefined
}

/** The calendar, and what it follows from: each part at an address of its own. */
export const PartLinks = ({ month, part }: PartLinksProps) => {
  const { t } = useText('places')
  return (
    <nav aria-label={t('part.name')} className="part-links">
      {[undefined, ...placeParts].map((each) => (
        <Link
          key={each ?? 'calendar'}
          to={paths.places}
          search={{ month, part: each }}
          activeOptions={{ exact: true }}
          aria-current={each === part ? 'page' : undefined}
          className="part-link"
        >
          {t(`part.${each ?? 'calendar'}`)}
        </Link>
      ))}
    </nav>
  )
}
