import { Command } from 'commander'
import { asActor } from '../../db/as-actor.ts'
import { importClosures } from '../../db/import/import-closure-store.ts'
import { recogniseClosureColumns } from '../../domain/import/import-closure.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Installation } from '../../installation.ts'
import { explainRejection } from '../../text/import-message.ts'
import { translator } from '../../text/translate.ts'
import { type AnswerOptions, answer, type CliContext, requireCity, withAnswerOptions } from '../frame.ts'
import { openFile } from './import-file.ts'

interface ClosureOptions extends AnswerOptions {
  readonly city: string
}

export const importClosuresCommand = (context: CliContext): Command =>
  withAnswerOptions(new Command('closures'))
    .description(
      'Import closed days from a CSV or Excel file with the columns date, reason and, if only one desk is closed, desk',
    )
    .argument('<file>', 'the CSV or Excel file')
    .requiredOption('--city <code>', 'the city')
    .action((file: string, options: ClosureOptions) => {
      const t = translator(options.lang)
      return answer(
        context,
        options,
        (installation) => importFile(installation, file, options),
        ({ rows, imported, alreadyImported, rejected }) =>
          [
            t('import:closures_done', { rows, imported, already: alreadyImported }),
            ...rejected.map((rejection) => t('import:rejected_row', rejection)),
          ].join('\n'),
      )
    })

async function importFile(installation: Installation, file: string, options: ClosureOptions) {
  const city = await requireCity(installation, options.city)
  if (isRefusal(city)) return city
  const sheet = await openFile(file, (headings) => !isRefusal(recogniseClosureColumns(headings)))
  if (isRefusal(sheet)) return sheet
  const actor = { kind: 'cli', cityId: city.id } as const
  const answer = await asActor(installation.db, actor, (tx) => importClosures(tx, actor, sheet))
  if (isRefusal(answer)) return answer
  return {
    ...answer,
    rejected: answer.rejected.map((rejection) => explainRejection(rejection, options.lang)),
  }
}
