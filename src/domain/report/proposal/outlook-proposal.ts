import { partialReportsOf } from '../project.ts'
import { type ProposalSource, paragraph, type StatementGroup, state } from './statement.ts'

/** What rules know of what comes: the next report that the project owes. What is recommended is for people to say. */
export function proposeOutlook({ project }: ProposalSource): StatementGroup[] {
  if (!project) return []
  const next = partialReportsOf(project).find(({ number }) => number === project.partial.number + 1)
  if (!next) return paragraph(state('outlook.last', { name: { text: project.name } }, []))
  const values = {
    name: { text: project.name },
    number: { number: next.number },
    of: { number: next.of },
    from: { date: next.from },
    to: { date: next.to },
  }
  return paragraph(state('outlook.next', values, []))
}
