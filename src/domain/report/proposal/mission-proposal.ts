import { listUnder, type ProposalSource, paragraph, type StatementGroup, state } from './statement.ts'

/** Which report this is of which project, and how far each goal is. */
export function proposeMission({ project }: ProposalSource): StatementGroup[] {
  if (!project) return []
  const { name, from, to, partial, goals } = project
  const values = {
    name: { text: name },
    from: { date: from },
    to: { date: to },
    number: { number: partial.number },
    of: { number: partial.of },
  }
  return [
    ...paragraph(state('mission.project', values, [])),
    ...listUnder(
      state('mission.goals', {}, []),
      goals.map(({ goal, indicator, target, reached }) =>
        state(
          reached === '' ? 'mission.goalOpen' : 'mission.goal',
          {
            goal: { text: goal },
            indicator: { text: indicator },
            target: { text: target },
            reached: { text: reached },
          },
          [{ kind: 'goal', goal }],
        ),
      ),
    ),
  ]
}
