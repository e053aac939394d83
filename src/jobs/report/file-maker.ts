import { reportFile } from '../../documents/format/report-file.ts'
import { findPage, listPages } from './page-memory.ts'
import type { ReportWorks, Task, TaskAnswer, WorkKind } from './report-works.ts'

// One after the other: each takes a processor and tens of megabytes.
let last: Promise<void> = Promise.resolve()
process.on('message', (task: Task) => {
  last = last.then(() => perform(task))
})
// The server has gone, or wants nothing more.
process.on('disconnect', () => process.exit())

const works: {
  [Kind in WorkKind]: (asked: ReportWorks[Kind]['asked']) => Promise<ReportWorks[Kind]['made']>
} = {
  file: reportFile,
  pages: listPages,
  page: findPage,
  // Drawn by what reports have no use for: loaded when somebody prints cards.
  cards: async (sheet) => (await import('../../documents/card/card-sheet-pdf.ts')).cardSheetPdf(sheet),
}

async function perform<Kind extends WorkKind>({ id, kind, asked }: Task<Kind>): Promise<void> {
  try {
    say({ id, made: await works[kind](asked) })
  } catch (error) {
    say({ id, error: error instanceof Error ? error : new Error(String(error)) })
  }
}

const say = (answer: TaskAnswer) => process.send?.(answer)
