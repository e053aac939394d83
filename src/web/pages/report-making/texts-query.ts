import { queryOptions } from '@tanstack/react-query'
import type { ReportPassage } from '../../../contract/report-text.ts'
import { api, bodyOf, isProblem, onVersion, ProblemAnswer } from '../../api.ts'
import type { Draft, SaveAnswer } from './draft-keeper.ts'
import type { MadeReport } from './pages-query.ts'

type Passage = ReportPassage['passage']

const queryOf = ({ from, to, language, projectId }: MadeReport) => ({ from, to, language, projectId })

export const textsQuery = (report: MadeReport) =>
  queryOptions({
    queryKey: ['report', 'texts', queryOf(report)],
    queryFn: async () => (await bodyOf(api.reports.texts.$get({ query: queryOf(report) }))).passages,
  })

/** What a passage said until the version that stands now. */
export const versionsQuery = (report: MadeReport, passage: Passage, version: number) =>
  queryOptions({
    queryKey: ['report', 'texts', queryOf(report), passage, version],
    queryFn: async () => {
      const asked = { param: { passage }, query: queryOf(report) }
      return (await bodyOf(api.reports.texts[':passage'].versions.$get(asked))).items
    },
    staleTime: 0,
  })

/** Saves a passage over the version on which it was written; what somebody else saved meanwhile comes back beside it. */
export async function saveText(
  report: MadeReport,
  passage: Passage,
  { body, state }: Pick<Draft, 'body' | 'state'>,
  version: number,
): Promise<SaveAnswer> {
  const asked = { param: { passage }, query: queryOf(report), json: { body, state } }
  try {
    const put = api.reports.texts[':passage'].$put({ ...asked, header: {} }, onVersion(version))
    return { kind: 'saved', passage: await bodyOf(put) }
  } catch (error) {
    if (isProblem(error, 'version_stale')) return readStale(report, passage)
    if (error instanceof ProblemAnswer && error.status < 500)
      return { kind: 'refused', sentence: error.message }
    return { kind: 'unsent' }
  }
}

async function readStale(report: MadeReport, passage: Passage): Promise<SaveAnswer> {
  const asked = bodyOf(api.reports.texts.$get({ query: queryOf(report) }))
  const { passages } = await asked.catch(() => ({ passages: [] }))
  const theirs = passages.find((each) => each.passage === passage)
  return theirs ? { kind: 'stale', passage: theirs } : { kind: 'unsent' }
}
