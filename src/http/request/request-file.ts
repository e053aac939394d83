import { requestCells, type SheetWords, sheetHeadings, sheetName } from '../../documents/request-sheet.ts'
import { csvFile } from '../../documents/sheet/csv-file.ts'
import { xlsxFile } from '../../documents/sheet/xlsx-file.ts'
import type { ExportedRequest, ExportFormat } from '../../domain/request/request-export.ts'
import type { ExportedField } from '../../domain/request/request-field.ts'

export const fileType = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<ExportFormat, string>

interface FileForm {
  readonly format: ExportFormat
  readonly columns: readonly ExportedField[]
  readonly words: SheetWords
  /** Called once: when the file is whole, when it breaks off, and when nobody reads it further. */
  readonly onEnd: () => Promise<void>
}

/** Requests as a file, written as fast as it is read. */
export function requestFile(
  batches: AsyncIterable<readonly ExportedRequest[]>,
  { format, columns, words, onEnd }: FileForm,
): ReadableStream<Uint8Array> {
  const headings = sheetHeadings(columns, words.language)
  const rows = rowsOf(batches, requestCells(columns, words))
  const chunks =
    format === 'csv'
      ? csvFile(headings, rows)
      : xlsxFile({ sheet: sheetName(words.language), headings, rows })
  let ended: Promise<void> | undefined
  const end = () => {
    ended ??= onEnd()
    return ended
  }
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await chunks.next()
        if (!done) return controller.enqueue(value)
        await end()
        controller.close()
      } catch (error) {
        await end().catch(() => undefined)
        throw error
      }
    },
    async cancel() {
      await chunks.return(undefined)
      await end()
    },
  })
}

async function* rowsOf<Row>(
  batches: AsyncIterable<readonly ExportedRequest[]>,
  cells: (request: ExportedRequest) => Row,
): AsyncGenerator<Row> {
  for await (const batch of batches) for (const request of batch) yield cells(request)
}
