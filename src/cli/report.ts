import { writeFile } from 'node:fs/promises'
import { Command, Option } from 'commander'
import { asActor } from '../db/as-actor.ts'
import { listEarlier } from '../db/report/publishing-store.ts'
import { readReportDraft } from '../db/report/report-draft-store.ts'
import { listTexts } from '../db/report/report-text-store.ts'
import { readSnapshotContent } from '../db/report/snapshot-store.ts'
import { draftReport, frozenReport } from '../documents/chapter/draft-report.ts'
import { addWords } from '../documents/chapter/revealing-text.ts'
import { reportFile } from '../documents/format/report-file.ts'
import type { ReportSource } from '../documents/format/report-source.ts'
import type { City } from '../domain/city.ts'
import type { StaffLanguage } from '../domain/language.ts'
import { localDate } from '../domain/local-date.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import type { Period } from '../domain/report/half-year-report.ts'
import { checkPeriod } from '../domain/report/period.ts'
import { askPublication, publishedContent } from '../domain/report/published-report.ts'
import {
  type PublishedAudience,
  type ReportAudience,
  type ReportFormat,
  reportFormat,
} from '../domain/report/report-format.ts'
import type { ShownReport } from '../domain/report/shown-report.ts'
import { checkSnapshotPeriod } from '../domain/report/snapshot.ts'
import type { Installation } from '../installation.ts'
import { planInThread } from '../jobs/report/plan-thread.ts'
import { localDateIn } from '../text/format.ts'
import { translator } from '../text/translate.ts'
import { type AnswerOptions, answer, type CliContext, requireCity, withAnswerOptions } from './frame.ts'

const audiences = {
  coordinator: 'coordinator',
  council: 'council',
  public: 'everybody',
} as const satisfies Record<string, ReportAudience>

interface ReportOptions extends AnswerOptions {
  readonly city: string
  readonly from: string
  readonly to: string
  readonly format: ReportFormat
  readonly audience: keyof typeof audiences
  readonly out?: string
}

export const reportCommand = (context: CliContext): Command =>
  withAnswerOptions(new Command('report'))
    .description('The figures of a period, for a program or on paper')
    .requiredOption('--city <code>', 'the city')
    .requiredOption('--from <date>', 'first day, YYYY-MM-DD')
    .requiredOption('--to <date>', 'last day, YYYY-MM-DD')
    .addOption(new Option('--format <format>', 'what to make').choices(reportFormat.options).default('json'))
    .addOption(
      new Option('--audience <audience>', 'council, public: whole months that are over, small numbers hidden')
        .choices(Object.keys(audiences))
        .default('coordinator'),
    )
    .option('--out <file>', 'write to this file instead of stdout')
    .action((options: ReportOptions) =>
      answer(
        context,
        options,
        (installation) => report(installation, options, context.now()),
        (made) => say(made, options),
      ),
    )

type Answer = ShownReport | Uint8Array | { readonly file: string }

/** With --out the answer says where the report is; without it the report is the answer. */
async function report(
  installation: Installation,
  options: ReportOptions,
  now: Date,
): Promise<Answer | Refusal> {
  const city = await requireCity(installation, options.city)
  if (isRefusal(city)) return city
  const on = localDateIn(now, city.timeZone)
  const period = readPeriod(options, on)
  if (isRefusal(period)) return period
  const { format, lang: language, audience, out } = options
  const shown =
    audience === 'coordinator'
      ? await readForCoordinator(installation, city, period, language)
      : await readForOthers(installation, city, period, { language, audience: audiences[audience] })
  if (isRefusal(shown)) return shown
  const standing = { audience: audiences[audience], on, checksum: null }
  const made =
    format === 'json'
      ? shown.report
      : await reportFile({ ...shown, format, language, demo: city.isDemo, standing })
  if (out === undefined) return made
  const bytes = made instanceof Uint8Array ? made : JSON.stringify(made, null, 2)
  return writeFile(out, bytes).then(
    () => ({ file: out }),
    (error: Error) => refuse('file_unwritable', { file: out, reason: error.message }),
  )
}

function readPeriod({ from, to, audience }: ReportOptions, today: Period['to']): Period | Refusal {
  const [first, last] = [localDate.safeParse(from), localDate.safeParse(to)]
  if (!first.success || !last.success) return refuse('period_invalid')
  const period = { from: first.data, to: last.data }
  const refusal = audience === 'coordinator' ? checkPeriod(period) : checkSnapshotPeriod(period, today)
  return refusal ?? period
}

type Shown = Omit<ReportSource, 'format' | 'language' | 'demo' | 'standing'>

interface Reading {
  readonly language: StaffLanguage
  readonly audience: PublishedAudience
}

const readForCoordinator = (
  { db }: Installation,
  city: City,
  period: Period,
  language: StaffLanguage,
): Promise<Shown | Refusal> =>
  asActor(db, { kind: 'cli', cityId: city.id }, async (tx) => {
    const draft = await readReportDraft(tx, city, period)
    if (isRefusal(draft)) return draft
    return draftReport(draft, await listTexts(tx, period, language), language)
  })

/** Hides what would give a small number away, with this report and all that the city has published in hand. */
async function readForOthers(
  { db }: Installation,
  city: City,
  period: Period,
  { language, audience }: Reading,
): Promise<Shown | Refusal> {
  const { content, earlier } = await asActor(db, { kind: 'cli', cityId: city.id }, async (tx) => ({
    content: await readSnapshotContent(tx, city, period),
    earlier: await listEarlier(tx),
  }))
  if (isRefusal(content)) return content
  const question = askPublication(content, earlier)
  if (isRefusal(question)) return question
  const plan = await planInThread(question)
  if (isRefusal(plan)) return plan
  const shown = addWords(audience, content, publishedContent(content, earlier, plan))
  return frozenReport(shown.content, language, audience)
}

function say(made: Answer, { lang }: ReportOptions): string | Uint8Array {
  if (made instanceof Uint8Array) return made
  return 'file' in made ? translator(lang)('cli:report_written', made) : JSON.stringify(made, null, 2)
}
