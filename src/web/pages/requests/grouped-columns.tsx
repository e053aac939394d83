import type { ListedRequest } from '../../../contract/help-request.ts'
import type { StaffLanguage } from '../../../domain/language.ts'
import { formatShortDate } from '../../../text/format.ts'
import type { LabelReader } from '../../../text/label.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Facts } from '../../ui/facts.tsx'
import type { Text } from '../../use-text.ts'
import { RequestLink } from './request-link.tsx'
import { RequestPerson } from './request-person.tsx'

/** The usual columns: when, about what, for whom, what was done, what came of it, where. */
export const groupedColumns = (
  t: Text<'requests'>,
  language: StaffLanguage,
  label: LabelReader,
): Column<ListedRequest>[] => [
  {
    id: 'when',
    heading: t('when'),
    look: 'tight',
    cell: ({ id, receivedOn, receivedTime }) => (
      <RequestLink id={id}>
        <span>{formatShortDate(language, receivedOn)}</span>
        {receivedTime ? <span className="request-time">{receivedTime}</span> : null}
      </RequestLink>
    ),
  },
  {
    id: 'question',
    heading: t('question'),
    cell: ({ theme, subTheme }) => (
      <Facts facts={[label('theme', theme), subTheme && label('theme', subTheme)]} quietAfter={1} isStrong />
    ),
  },
  {
    id: 'who',
    heading: t('who'),
    cell: (request) => <RequestPerson {...request} />,
  },
  {
    id: 'did',
    heading: t('did'),
    cell: ({ actions, whoDidIt }) => (
      <Facts
        facts={[...actions.map((action) => label('action', action)), label('who_did_it', whoDidIt)]}
        quietAfter={actions.length}
      />
    ),
  },
  {
    id: 'result',
    heading: t('result'),
    // Without its minutes: beside a name they would measure a colleague.
    cell: ({ outcome }) => <Facts facts={[label('outcome', outcome)]} quietAfter={1} />,
  },
  {
    id: 'place',
    heading: t('place'),
    cell: ({ desk, guide }) => <Facts facts={[desk, guide]} quietAfter={1} />,
  },
]
