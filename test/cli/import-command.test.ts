import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { importField } from '../../src/domain/import/import-field.ts'
import { type Installation, openInstallation } from '../../src/installation.ts'
import { textRow, workbookOf } from '../documents/workbook-by-hand.ts'
import { accepted } from '../fixtures/import/oostdijk-rules.ts'
import { commandHere, runCommand } from './run-command.ts'

// The command as a city runs it, beside an embedded database that is up already.

const root = join(import.meta.dirname, '../..')
const fixture = (name: string) => join(root, 'test/fixtures/import', name)
const demo = (name: string) => join(root, 'demo', name)
let folder: string
let installation: Installation

const env = { BRUGWIJZER_ADMIN_PASSWORD: 'a long invented password' }
const run = (...args: string[]) => commandHere(folder, args, env)

const importJson = async (...args: string[]) => {
  const { code, stdout, stderr } = await run('import', ...args, '--json')
  return { code, stderr, answer: JSON.parse(stdout) }
}
/** The same in a process of its own. */
const importApart = async (...args: string[]) => {
  const { code, stdout, stderr } = await runCommand(folder, ['import', ...args, '--json'], env)
  return { code, stderr, answer: JSON.parse(stdout) }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brugwijzer-import-'))
  installation = accepted(await openInstallation(accepted(readConfig({ BRUGWIJZER_DATA: folder }))))
  for (const [city, name] of [
    ['oostdijk', 'Oostdijk'],
    ['westdijk', 'Westdijk'],
  ] as const) {
    const made = await run('init', '--city', city, '--name', name, '--admin-email', `tom@${city}.example.org`)
    if (made.code !== 0) throw new Error(made.stderr)
  }
}, 120_000)
afterAll(async () => {
  await installation.close()
  await rm(folder, { recursive: true, force: true })
})

describe('brugwijzer import, in Oostdijk', { timeout: 120_000 }, () => {
  test('brings in the demo file once, and takes it out again', async () => {
    const closures = await importJson('closures', demo('closures.csv'), '--city', 'oostdijk')
    expect(closures).toMatchObject({
      code: 0,
      answer: { rows: 19, imported: 19, alreadyImported: 0, rejected: [] },
    })
    const first = await importApart('requests', demo('help-requests.csv'), '--city', 'oostdijk')
    expect(first).toMatchObject({
      code: 0,
      stderr: 'Rijen gelezen: 866\n',
      answer: { rows: 866, imported: 866, alreadyImported: 0, changed: [], rejected: [], unknown: [] },
    })
    const again = await importJson('requests', demo('help-requests.csv'), '--city', 'oostdijk')
    expect(again).toMatchObject({ code: 0, answer: { imported: 0, alreadyImported: 866 } })
    const elsewhere = await importJson('undo', first.answer.importId, '--city', 'westdijk')
    expect(elsewhere).toMatchObject({ code: 1, answer: { code: 'import_not_found' } })
    const undone = await importJson('undo', first.answer.importId)
    expect(undone).toMatchObject({ code: 0, answer: { importId: first.answer.importId, undone: 866 } })
    const twice = await importJson('undo', first.answer.importId)
    expect(twice).toMatchObject({ code: 1, answer: { code: 'import_undone' } })
  })

  test('stops at unknown values until a mapping settles them; a dry run keeps nothing', async () => {
    const file = fixture('unknown-values.csv')
    const stopped = await importApart('requests', file, '--city', 'oostdijk')
    expect(stopped).toMatchObject({
      code: 1,
      answer: {
        importId: null,
        imported: 0,
        rejected: [
          {
            row: 4,
            column: 'datum',
            field: 'received_on',
            value: '31/02/2016',
            reason: 'date_invalid',
            message: 'Dit is geen datum. Schrijf dag, maand en jaar, bijvoorbeeld 31/12/2015.',
          },
        ],
        unknown: [
          { column: 'nationaliteit', field: 'nationality', value: 'Atlantis', count: 1, suggestions: [] },
          { column: 'nationaliteit', field: 'nationality', value: 'Marroko', count: 1, suggestions: ['MA'] },
          { column: 'duur (min)', field: 'minutes', value: 'poosje', count: 1, suggestions: [] },
        ],
      },
    })
    const settled = ['requests', file, '--city', 'oostdijk', '--mapping', fixture('mapping.json')]
    const tried = await importJson(...settled, '--dry-run')
    expect(tried).toMatchObject({ code: 0, answer: { importId: null, imported: 2, unknown: [] } })
    expect(await importJson(...settled)).toMatchObject({
      code: 0,
      answer: { imported: 2, alreadyImported: 0 },
    })
  })

  test('takes workbooks, with closed days too, and sends formulas back', async () => {
    const closures = join(folder, 'dagen.csv')
    const notes = { rows: textRow(1, 'wie dit invult', 'wanneer') }
    const days = {
      rows: `${textRow(1, 'datum', 'reden')}<row r="2"><c r="A2" s="1"><v>42399</v></c><c r="B2" t="str"><v>brugdag</v></c></row>`,
    }
    const requests = {
      rows: `${textRow(1, 'datum', 'thema')}${textRow(2, '1/12/2015', 'Wonen')}<row r="4"><c r="A4" s="1"><f>A2+1</f><v>42340</v></c><c r="B4" t="str"><v>Wonen</v></c></row>`,
    }
    await writeFile(closures, workbookOf({ sheets: [notes, requests, days], formats: [14] }))
    expect(await importJson('closures', closures, '--city', 'westdijk')).toMatchObject({
      code: 0,
      answer: { rows: 1, imported: 1, rejected: [] },
    })
    expect(await importJson('requests', closures, '--city', 'westdijk')).toMatchObject({
      code: 0,
      answer: {
        rows: 2,
        imported: 1,
        rejected: [
          {
            row: 4,
            column: 'datum',
            field: 'received_on',
            value: '2015-12-02',
            reason: 'formula',
            message: 'Hier staat een formule. Vervang ze door haar waarde.',
          },
        ],
      },
    })
  })

  test('speaks to people in their language, with the same exit code', async () => {
    const french = await run(
      'import',
      'requests',
      fixture('unknown-values.csv'),
      '--city',
      'oostdijk',
      '--lang',
      'fr',
    )
    expect(french.code).toBe(1)
    expect(french.stdout).toContain('nationaliteit\u00a0: «\u00a0Marroko\u00a0» (1×), peut-être MA\u00a0?')
    expect(french.stdout).toContain('Rangée 4, datum\u00a0: Ce n’est pas une date.')
    const missing = await run(
      'import',
      'closures',
      join(folder, 'nergens.csv'),
      '--city',
      'oostdijk',
      '--lang',
      'en',
    )
    expect(missing).toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'The file nergens.csv cannot be read. Check that it exists and that you may open it.\n',
    })
  })

  test.each([
    ['file_not_csv', '%PDF-1.7 …', []],
    ['file_empty', '', []],
    ['file_cut_off', 'datum;thema\n01/12/2015;"Wonen', []],
    ['file_blank', ' \n;;\n', []],
    ['file_without_rows', 'datum;thema\n;\n', []],
    ['heading_too_long', `datum;thema;${'x'.repeat(2_000_000)}\n1;2;3\n`, []],
    ['sheet_too_large', `datum;thema${';x'.repeat(40_000)}\n1;2\n`, []],
    ['theme_column_missing', 'datum;nationaliteit\n01/12/2015;Marokko\n', []],
    ['date_column_missing', 'thema\nWonen\n', []],
    ['mapping_unreadable', 'datum;thema\n1/1/2016;Wonen\n', ['--mapping', demo('closures.csv')]],
    ['organization_unknown', 'datum;thema\n1/1/2016;Wonen\n', ['--organization', 'Zeedijk']],
  ])('refuses with %s, in JSON alone on stdout', async (code, text, more) => {
    const file = join(folder, `${code}.csv`)
    await writeFile(file, text)
    const refused = await importJson('requests', file, '--city', 'westdijk', ...more)
    expect(refused).toMatchObject({
      code: 1,
      stderr: '',
      answer: { code, message: expect.stringMatching(/\w/) },
    })
  })

  test('refuses a city that does not exist, and calls a wrong command a matter of usage', async () => {
    const file = demo('help-requests.csv')
    const unknown = await importJson('requests', file, '--city', 'zeedijk')
    expect(unknown).toMatchObject({ code: 1, answer: { code: 'city_unknown' } })
    expect(await run('import', 'requests', file)).toMatchObject({ code: 2, stdout: '' })
    const help = await runCommand(folder, ['import', 'requests', '--help'], env)
    expect(help).toMatchObject({ code: 0, stderr: '' })
    for (const field of importField.options) expect(help.stdout).toMatch(new RegExp(`\\b${field}\\b`))
  })
})
