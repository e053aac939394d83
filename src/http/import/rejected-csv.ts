import { csvFile } from '../../documents/sheet/csv-file.ts'
import type { Rejection } from '../../domain/import/import-answer.ts'
import type { StaffLanguage } from '../../domain/language.ts'
import { explainRejection } from '../../text/import-message.ts'
import { translator } from '../../text/translate.ts'

/** The rows that an import left out, as a spreadsheet to mend the first one by. */
export function rejectedCsv(
  rows: AsyncIterable<Rejection>,
  fileName: string,
  language: StaffLanguage,
): { readonly body: ReadableStream<Uint8Array>; readonly disposition: string } {
  const t = translator(language)
  const headings = (['row', 'column', 'value', 'reason'] as const).map((part) =>
    t(`import:rejected_file.${part}`),
  )
  const name = encodeURIComponent(`${t('import:rejected_file.name')} ${fileName.replace(/\.\w+$/, '')}.csv`)
  return {
    body: streamOf(csvFile(headings, explained(rows, language))),
    // RFC 6266: what a name may hold beyond ASCII goes after two quotes.
    disposition: `attachment; filename="brugwijzer.csv"; filename*=UTF-8''${name}`,
  }
}

/** The pieces one by one, as whoever downloads them takes them. */
const streamOf = (pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream<Uint8Array>({
    pull: async (stream) => {
      const { done, value } = await pieces.next()
      if (done) stream.close()
      else stream.enqueue(value)
    },
    cancel: async () => void (await pieces.return(undefined)),
  })

async function* explained(rows: AsyncIterable<Rejection>, language: StaffLanguage) {
  for await (const rejection of rows) {
    const { row, column, value, message } = explainRejection(rejection, language)
    yield [row, column, value, message]
  }
}
