import type { StaffLanguage } from '../../../domain/language.ts'
import { api } from '../../api.ts'
import type { RequestSearch } from '../../search.ts'
import { fileOf } from '../file-travel.ts'

/** Columns that could tell whose request it was or who noted it. */
export const closeColumns = ['hour', 'guide', 'neighbourhood', 'words'] as const

export interface ExportWish {
  readonly format: 'csv' | 'xlsx'
  readonly language: StaffLanguage
  readonly reason: string
  readonly closeColumns: readonly (typeof closeColumns)[number][]
}

const shortestReason = 10
export const longestReason = 300

export const isReasonEnough = (reason: string): boolean => reason.trim().length >= shortestReason

interface Export {
  readonly filter: RequestSearch
  readonly wish: ExportWish
  readonly name: string
  readonly signal: AbortSignal
  readonly onReceived: (bytes: number) => void
}

/** Asks for the file and lets the browser save it under the name. */
export async function saveExport({ filter, wish, name, signal, onReceived }: Export): Promise<void> {
  const { closeColumns: close, ...rest } = wish
  const file = await fileOf(
    api.requests.exports.$post(
      { query: { ...filter }, json: { ...rest, closeColumns: [...close] } },
      { init: { signal } },
    ),
    onReceived,
  )
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
