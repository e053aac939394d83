import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatNumber } from '../../../text/format.ts'
import { paths } from '../../paths.ts'
import { type MemberPart, memberParts } from '../../search.ts'
import { useText } from '../../use-text.ts'
import { keysQuery, memberTotalQuery, organizationsQuery, waitingQuery } from './member-query.ts'
import '../../shell/part-links.css'

/** The members, and what else there is of people: each part at an address of its own, with how many it holds. */
export const PartLinks = ({ part }: { part: MemberPart | undefined }) => {
  const { t, language } = useText('members')
  const counts = useCounts()
  return (
    <nav aria-label={t('part.name')} className="part-links">
      {[undefined, ...memberParts].map((each) => {
        const count = counts[each ?? 'members']
        return (
          <Link
            key={each ?? 'members'}
            to={paths.members}
            search={{ part: each }}
            activeOptions={{ exact: true }}
            aria-current={each === part ? 'page' : undefined}
            className="part-link"
          >
            {t(`part.${each ?? 'members'}`)}
            {count === undefined ? null : <span className="part-count">{formatNumber(language, count)}</span>}
          </Link>
        )
      })}
    </nav>
  )
}

const useCounts = (): Record<MemberPart | 'members', number | undefined> => ({
  members: useQuery(memberTotalQuery).data,
  invitations: useQuery(waitingQuery()).data?.length,
  organizations: useQuery(organizationsQuery).data?.items.length,
  keys: useQuery(keysQuery).data?.filter(({ state }) => state === 'active').length,
})
