import { reportFile } from '../../documents/format/report-file.ts'
import type { FileAnswer, FileTask } from './file-process.ts'

// One after the other: each takes a processor and tens of megabytes.
let last: Promise<void> = Promise.resolve()
process.on('message', (task: FileTask) => {
  last = last.then(() => perform(task))
})
// The server has gone, or wants nothing more.
process.on('disconnect', () => process.exit())

async function perform({ id, source }: FileTask): Promise<void> {
  try {
    say({ id, bytes: await reportFile(source) })
  } catch (error) {
    say({ id, error: error instanceof Error ? error : new Error(String(error)) })
  }
}

const say = (answer: FileAnswer) => process.send?.(answer)
