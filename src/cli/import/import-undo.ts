import { Command } from 'commander'
import { asActor } from '../../db/as-actor.ts'
import { listCities } from '../../db/city/city-store.ts'
import { type UndoneImport, undoImport } from '../../db/import/import-undo-store.ts'
import type { City } from '../../domain/city.ts'
import { importId } from '../../domain/id.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Installation } from '../../installation.ts'
import { translator } from '../../text/translate.ts'
import { type AnswerOptions, answer, type CliContext, requireCity, withAnswerOptions } from '../frame.ts'

interface UndoOptions extends AnswerOptions {
  readonly city?: string
}

export const importUndoCommand = (context: CliContext): Command =>
  withAnswerOptions(new Command('undo'))
    .description('Take an import out of the figures; refused when somebody has edited one of its rows since')
    .argument('<import>', 'the importId that `import requests` answered')
    .option('--city <code>', 'the city; without it every city of this installation is searched')
    .action((id: string, options: UndoOptions) =>
      answer(
        context,
        options,
        (installation) => undo(installation, id, options, context.now()),
        ({ undone }) => translator(options.lang)('import:undone', { undone }),
      ),
    )

async function undo(installation: Installation, given: string, options: UndoOptions, now: Date) {
  const notFound = refuse('import_not_found', { import: given })
  const id = importId.safeParse(given)
  if (!id.success) return notFound
  const cities = await chooseCities(installation, options.city)
  if (isRefusal(cities)) return cities
  for (const city of cities) {
    const actor = { kind: 'cli', cityId: city.id } as const
    const answer: UndoneImport | Refusal = await asActor(installation.db, actor, (tx) =>
      undoImport(tx, actor, id.data, now),
    )
    if (!isRefusal(answer) || answer.code !== 'import_not_found') return answer
  }
  return notFound
}

async function chooseCities(installation: Installation, code: string | undefined): Promise<City[] | Refusal> {
  if (code === undefined) return listCities(installation.db)
  const city = await requireCity(installation, code)
  return isRefusal(city) ? city : [city]
}
