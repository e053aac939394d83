import { basename } from 'node:path'
import { Command } from 'commander'
import { asActor } from '../../db/as-actor.ts'
import { importRequests, tryImport } from '../../db/import/import-store.ts'
import { listOrganizations } from '../../db/people/member-store.ts'
import { importField } from '../../domain/import/import-field.ts'
import { mappedField } from '../../domain/import/import-mapping.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import type { Installation } from '../../installation.ts'
import { explainRejection } from '../../text/import-message.ts'
import { translator } from '../../text/translate.ts'
import { cldrNames } from '../../text/world-names.ts'
import { type AnswerOptions, answer, type CliContext, requireCity, withAnswerOptions } from '../frame.ts'
import { openFile, readMapping } from './import-file.ts'
import { type ExplainedImport, sayImport } from './import-message.ts'
import { chooseOrganization } from './organization-choice.ts'

interface ImportOptions extends AnswerOptions {
  readonly city: string
  readonly organization?: string
  readonly mapping?: string
  readonly dryRun?: true
}

export const importRequestsCommand = (context: CliContext): Command =>
  withAnswerOptions(new Command('requests'))
    .description('Import help requests from a CSV or Excel file; what was imported before is recognised')
    .argument('<file>', 'the CSV or Excel file')
    .requiredOption('--city <code>', 'the city')
    .option(
      '--organization <name>',
      'whose requests these are; needed when the city has more than one organisation',
    )
    .option(
      '--mapping <file>',
      'JSON that says what unknown values mean: {"nationality": {"Atlantis": null}}',
    )
    .option('--dry-run', 'only say what would happen')
    .addHelpText(
      'after',
      `
Columns are recognised by their headings in Dutch, French or English, for these fields:
  ${wrap(importField.options)}
Of these --mapping can say what a value means:
  ${wrap(mappedField.options)}
null is unknown, first_visit and may_quote are "yes" or "no", minutes is a number, all else a code of the city.
A date and a theme must be there; what has no column was not asked.`,
    )
    .action((file: string, options: ImportOptions) =>
      answer(
        context,
        options,
        (installation) => importFile(installation, file, options, context),
        (answer) => sayImport(answer, options.lang),
      ),
    )

const wrap = (fields: readonly string[]): string =>
  fields
    .join(', ')
    .replace(/(.{1,76})(?:, |$)/g, (_, line: string) => `${line},\n  `)
    .replace(/,\s*$/, '')

/** One unknown value stops everything: the answer says which, and the command counts as refused. */
async function importFile(
  installation: Installation,
  file: string,
  options: ImportOptions,
  context: CliContext,
): Promise<ExplainedImport | Refusal> {
  const city = await requireCity(installation, options.city)
  if (isRefusal(city)) return city
  const mapping = await readMapping(options.mapping)
  if (isRefusal(mapping)) return mapping
  const sheet = await openFile(file)
  if (isRefusal(sheet)) return sheet
  const t = translator(options.lang)
  const { otherSheets = [] } = sheet
  if (otherSheets.length > 0) context.stderr(t('import:other_sheets', { names: otherSheets.join(', ') }))
  const actor = { kind: 'cli', cityId: city.id } as const
  const answer = await asActor(installation.db, actor, async (tx) => {
    const organization = chooseOrganization(await listOrganizations(tx), options.organization)
    if (isRefusal(organization)) return organization
    const act = options.dryRun ? tryImport : importRequests
    return act(tx, actor, {
      sheet,
      mapping,
      organizationId: organization.id,
      fileName: basename(file),
      names: cldrNames(),
      timeZone: city.timeZone,
      now: context.now(),
      onProgress: (phase, rows) => {
        if (phase === 'queued') context.stderr(t('import:waiting'))
        if (phase === 'reading' && rows > 0) context.stderr(t('import:progress', { rows }))
      },
    })
  })
  if (isRefusal(answer)) return answer
  if (answer.unknown.length > 0) context.exit(1)
  return {
    ...answer,
    rejected: answer.rejected.map((rejection) => explainRejection(rejection, options.lang)),
  }
}
