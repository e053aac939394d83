import type { Sheet } from '../../domain/import/import-sheet.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { openCsv } from './csv-sheet.ts'
import type { FileBytes } from './file-bytes.ts'

/** Opens a file as a sheet; what it is shows in its bytes, never in its name. Refuses what openCsv refuses. */
export const openSheet = (file: FileBytes): Promise<Sheet | Refusal> => openCsv(file)
