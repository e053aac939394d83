import { isRefusal, type Refusal } from '../domain/refusal.ts'
import type { Installation } from '../installation.ts'
import { translator } from '../text/translate.ts'
import { type AnswerOptions, answer, type CliContext } from './frame.ts'

interface Explained {
  readonly code: string
  readonly message: string
}

/** Like answer(), with the sentences of an import's own refusals from the catalogue of imports. */
export const answerImport = <T extends object>(
  context: CliContext,
  options: AnswerOptions,
  work: (installation: Installation) => Promise<T | Refusal>,
  say: (result: T) => string,
): Promise<void> =>
  answer<T | Explained>(
    context,
    options,
    async (installation) => {
      const result = await work(installation)
      if (!isRefusal(result) || !ownRefusals.has(result.code)) return result
      context.exit(1)
      const message = translator(options.lang)(`import:refused.${result.code}`, result.details)
      return { ...result.details, code: result.code, message }
    },
    (result) => {
      if (!('message' in result)) return say(result)
      context.stderr(result.message)
      return new Uint8Array()
    },
  )

const ownRefusals = new Set([
  'column_twice',
  'date_column_missing',
  'file_cut_off',
  'file_empty',
  'file_not_csv',
  'file_row_too_long',
  'file_unreadable',
  'import_edited',
  'import_not_found',
  'import_undone',
  'mapping_code_unknown',
  'mapping_invalid',
  'mapping_unreadable',
  'reason_column_missing',
  'theme_column_missing',
])
