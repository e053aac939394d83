import type { Passage } from '../chapter/passage.ts'
import { proposeAfter } from './after-proposal.ts'
import { proposeGuides } from './guides-proposal.ts'
import { proposeMission } from './mission-proposal.ts'
import { proposeOnePage } from './one-page-proposal.ts'
import { proposeOutlook } from './outlook-proposal.ts'
import { proposeReach } from './reach-proposal.ts'
import { proposeRequests } from './requests-proposal.ts'
import type { ProposalSource, StatementGroup } from './statement.ts'
import { proposeWorking } from './working-proposal.ts'

/**
 * What rules propose for a text, out of figures, events and goals alone: never a cause, a rise or fall only from ten
 * requests and ten percent on, never a count below five. Stories are people's own words, and what is asked of the college
 * is asked by people: rules have nothing to say there.
 */
export const proposals: Readonly<Record<Passage, (source: ProposalSource) => StatementGroup[]>> = {
  one_page: proposeOnePage,
  ask: () => [],
  mission: proposeMission,
  working: proposeWorking,
  requests: proposeRequests,
  reach: proposeReach,
  guides: proposeGuides,
  after: proposeAfter,
  stories: () => [],
  outlook: proposeOutlook,
}
