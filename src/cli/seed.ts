import { Command, InvalidArgumentError } from 'commander'
import { asActor } from '../db/as-actor.ts'
import { writeSeed } from '../db/request/seed-store.ts'
import { addDays, type LocalDate, localDate } from '../domain/local-date.ts'
import { isRefusal } from '../domain/refusal.ts'
import { checkPeriod } from '../domain/report/period.ts'
import type { Installation } from '../installation.ts'
import { localDateIn } from '../text/format.ts'
import { translator } from '../text/translate.ts'
import { type AnswerOptions, answer, type CliContext, requireCity, withAnswerOptions } from './frame.ts'

interface SeedOptions extends AnswerOptions {
  readonly city: string
  readonly rows: number
  readonly seed: number
  readonly from?: LocalDate
  readonly to?: LocalDate
  readonly besideReal?: true
}

const mostRows = 5_000_000
const daysBack = 730

export const seedCommand = (context: CliContext): Command =>
  withAnswerOptions(new Command('seed'))
    .description(
      'Write invented help requests for trying out and measuring; `import undo` takes them out again',
    )
    .requiredOption('--city <code>', 'the city')
    .requiredOption('--rows <number>', 'how many', wholeUpTo(mostRows))
    .requiredOption('--seed <number>', 'the same seed gives the same rows', wholeUpTo(2 ** 32 - 1))
    .option('--from <date>', 'first day, YYYY-MM-DD (two years before the last)', day)
    .option('--to <date>', 'last day, YYYY-MM-DD (yesterday)', day)
    .option('--beside-real', 'also in a city that holds requests of its own')
    .action((options: SeedOptions) =>
      answer(
        context,
        options,
        (installation) => seed(installation, options, context),
        ({ rows, importId }) => translator(options.lang)('cli:seed_done', { rows, import: importId }),
      ),
    )

async function seed(installation: Installation, options: SeedOptions, { now, stderr }: CliContext) {
  const city = await requireCity(installation, options.city)
  if (isRefusal(city)) return city
  const to = options.to ?? addDays(localDateIn(now(), city.timeZone), -1)
  const period = { from: options.from ?? addDays(to, -daysBack), to }
  const refusal = checkPeriod(period)
  if (refusal) return refusal
  const actor = { kind: 'cli', cityId: city.id } as const
  const onProgress = (rows: number) => stderr(translator(options.lang)('cli:seed_progress', { rows }))
  const { rows, seed } = options
  return asActor(installation.db, actor, (tx) =>
    writeSeed(tx, actor, {
      rows,
      seed,
      period,
      timeZone: city.timeZone,
      besideReal: options.besideReal ?? false,
      onProgress,
    }),
  )
}

const wholeUpTo = (most: number) => (text: string) => {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > most) throw new InvalidArgumentError(`a whole number up to ${most}`)
  return value
}

function day(text: string): LocalDate {
  const parsed = localDate.safeParse(text)
  if (!parsed.success) throw new InvalidArgumentError('a day such as 2026-01-31')
  return parsed.data
}
