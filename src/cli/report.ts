import { writeFile } from 'node:fs/promises'
import { Command, Option } from 'commander'
import { asActor } from '../db/as-actor.ts'
import { listCodes } from '../db/city/code-list-store.ts'
import { readReport } from '../db/report/live-report-store.ts'
import { reportCharts } from '../documents/chart/report-chart.ts'
import { figuresDocument } from '../documents/figures-document.ts'
import { reportPdf } from '../documents/report-pdf.ts'
import type { City } from '../domain/city.ts'
import type { CodeListItem } from '../domain/code-list/code-list.ts'
import type { StaffLanguage } from '../domain/language.ts'
import { localDate } from '../domain/local-date.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import type { HalfYearReport, Period } from '../domain/report/half-year-report.ts'
import { checkPeriod } from '../domain/report/period.ts'
import type { Installation } from '../installation.ts'
import { localDateIn } from '../text/format.ts'
import { labelReader } from '../text/label.ts'
import { translator } from '../text/translate.ts'
import { type AnswerOptions, answer, type CliContext, requireCity, withAnswerOptions } from './frame.ts'

interface ReportOptions extends AnswerOptions {
  readonly city: string
  readonly from: string
  readonly to: string
  readonly format: 'json' | 'pdf'
  readonly out?: string
}

export const reportCommand = (context: CliContext): Command =>
  withAnswerOptions(new Command('report'))
    .description("The figures of a period, in the coordinator's view")
    .requiredOption('--city <code>', 'the city')
    .requiredOption('--from <date>', 'first day, YYYY-MM-DD')
    .requiredOption('--to <date>', 'last day, YYYY-MM-DD')
    .addOption(new Option('--format <format>', 'what to make').choices(['json', 'pdf']).default('json'))
    .option('--out <file>', 'write to this file instead of stdout')
    .action((options: ReportOptions) =>
      answer(
        context,
        options,
        (installation) => report(installation, options, context.now()),
        (made) => say(made, options),
      ),
    )

type Answer = HalfYearReport | Uint8Array | { readonly file: string }

/** With --out the answer says where the report is; without it the report is the answer. */
async function report(
  installation: Installation,
  options: ReportOptions,
  now: Date,
): Promise<Answer | Refusal> {
  const city = await requireCity(installation, options.city)
  if (isRefusal(city)) return city
  const period = readPeriod(options)
  if (isRefusal(period)) return period
  const { figures, codes } = await asActor(installation.db, { kind: 'cli', cityId: city.id }, async (tx) => ({
    figures: await readReport(tx, city, period),
    codes: await listCodes(tx),
  }))
  const made = options.format === 'json' ? figures : await makePdf(figures, codes, city, options.lang, now)
  if (options.out === undefined) return made
  const { out } = options
  const bytes = made instanceof Uint8Array ? made : JSON.stringify(made, null, 2)
  return writeFile(out, bytes).then(
    () => ({ file: out }),
    (error: Error) => refuse('file_unwritable', { file: out, reason: error.message }),
  )
}

function readPeriod({ from, to }: ReportOptions): Period | Refusal {
  const [first, last] = [localDate.safeParse(from), localDate.safeParse(to)]
  if (!first.success || !last.success) return refuse('period_invalid')
  const period = { from: first.data, to: last.data }
  return checkPeriod(period) ?? period
}

async function makePdf(
  report: HalfYearReport,
  codes: readonly CodeListItem[],
  city: City,
  language: StaffLanguage,
  now: Date,
): Promise<Uint8Array> {
  const charts = await reportCharts(report, { language, label: labelReader(codes, language) })
  const generatedOn = localDateIn(now, city.timeZone)
  return reportPdf(figuresDocument({ report, charts, language, demo: city.isDemo, generatedOn }))
}

function say(made: Answer, { lang }: ReportOptions): string | Uint8Array {
  if (made instanceof Uint8Array) return made
  return 'file' in made ? translator(lang)('cli:report_written', made) : JSON.stringify(made, null, 2)
}
