import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeListName } from '../src/domain/code-list/code-list.ts'
import { defaultCodeLists } from '../src/domain/code-list/code-list-default.ts'
import { openApiDocument } from '../src/http/openapi.ts'
import { languageName } from '../src/text/format.ts'
import { everyStaffLanguage, readCatalogues } from '../src/text/translate.ts'
import { openTestDatabase } from './database.ts'
import { describeSchema } from './schema-types.ts'
import { runAt } from './server.ts'

// Tests that read the repository and the schema: what no single test of a feature would notice.

/** The closed list of ARCHITECTURE.md: tables that belong to no city. */
const globalTables = [
  'account',
  'account_credential',
  'city',
  'schema_migration',
  'session',
  'sign_in_attempt',
  'verification',
]

const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /^(src|test|bench)\/.*\.(ts|tsx)$/.test(file) && existsSync(file))
const generated = ['src/db/schema.ts']
const product = sources.filter((file) => file.startsWith('src/') && !generated.includes(file))
const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1
const wordsOf = (file: string) => readFileSync(file, 'utf8')

describe('the schema', () => {
  let db: Awaited<ReturnType<typeof openTestDatabase>>
  beforeAll(async () => {
    db = await openTestDatabase()
  })
  afterAll(() => db[Symbol.asyncDispose]())
  const ask = (sql: string) => runAt(db.adminUrl, async (admin) => (await admin.query(sql)).rows)

  test('every table is a city’s own or stands on the closed list of global tables', async () => {
    const rows = await ask(`select relname as name, exists (
        select from pg_attribute where attrelid = c.oid and attname = 'city_id' and attnum = 1) as owned
      from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`)
    expect(
      rows
        .filter(({ owned }) => !owned)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(globalTables)
    expect(rows.filter(({ owned }) => owned).length).toBeGreaterThan(8)
  })

  test('every policy is for one known role and lets nothing pass that is not of the actor’s city', async () => {
    const rows = await ask(`select polname as name, polrelid::regclass::text as table,
        array(select rolname::text from pg_roles where oid = any (polroles)) as roles, 0::oid = any (polroles) as public,
        pg_get_expr(polqual, polrelid) as using, pg_get_expr(polwithcheck, polrelid) as check
      from pg_policy`)
    const ofCity = /^\(\(city_id = app_city\(\)\) AND .*\)$|^\(city_id = app_city\(\)\)$/s
    const isTight = (expression: string | null) => expression === null || ofCity.test(expression)
    const loose = rows.filter(
      ({ roles, public: everybody, using, check }) =>
        everybody ||
        !['brugwijzer_app', 'brugwijzer_owner'].includes(roles.join()) ||
        !isTight(using) ||
        !isTight(check),
    )
    // Sign-in, links, keys and devices must be found before there is an actor, and the finder searches past the policies of the
    // actor (docs/decisions/0014-finding-by-one-index.md); their columns are on the list of grants below.
    expect(loose.map(({ name, roles, using }) => `${name} ${roles} ${using}`).sort()).toEqual([
      'api_key_of_program brugwijzer_auth (revoked_at IS NULL)',
      'api_key_used brugwijzer_auth (revoked_at IS NULL)',
      'client_agreement_find brugwijzer_finder (city_id = app_city())',
      'client_find brugwijzer_finder (city_id = app_city())',
      'client_request_find brugwijzer_finder (city_id = app_city())',
      'device_at_door brugwijzer_auth true',
      'help_request_find brugwijzer_finder true',
      'invitation_of_link brugwijzer_auth ((accepted_at IS NULL) OR (withdrawn_at IS NULL))',
      'member_find brugwijzer_finder (city_id = app_city())',
      'member_sign_in brugwijzer_auth (account_id IS NOT NULL)',
    ])
  })

  test('nobody is granted more than this list says', async () => {
    const rows =
      await ask(`select grantee || ' ' || table_name as who, array_agg(distinct lower(privilege_type) order by lower(privilege_type))::text as may
      from information_schema.role_table_grants where grantee like 'brugwijzer%' and grantee <> 'brugwijzer_owner' and table_schema = 'public'
      group by 1 order by 1`)
    const everything = '{delete,insert,select,update}'
    expect(Object.fromEntries(rows.map(({ who, may }) => [who, may]))).toEqual({
      'brugwijzer_app api_key': '{insert,select}',
      'brugwijzer_app audit_event': '{insert,select}',
      'brugwijzer_app calendar_event': everything,
      'brugwijzer_app client': '{delete,insert,select}',
      'brugwijzer_app client_agreement': '{insert,select}',
      'brugwijzer_app client_card': '{insert,select}',
      'brugwijzer_app client_file': '{delete,insert,select}',
      'brugwijzer_app client_recording': '{insert,select}',
      'brugwijzer_app client_request': '{delete,insert,select}',
      'brugwijzer_app client_words': '{insert,select}',
      'brugwijzer_app closure': everything,
      'brugwijzer_app coaching_case': '{delete,insert,select}',
      'brugwijzer_app desk': '{insert,select,update}',
      'brugwijzer_app code_list': '{insert,select}',
      'brugwijzer_app code_list_item': '{insert,select}',
      'brugwijzer_app code_list_item_version': '{insert,select}',
      'brugwijzer_app desk_hours': everything,
      'brugwijzer_app follow_up': '{delete,insert,select}',
      'brugwijzer_app group_contact': '{insert,select}',
      'brugwijzer_app own_buttons': '{insert,select}',
      'brugwijzer_app handover': '{insert,select}',
      'brugwijzer_app help_request': '{insert,select}',
      'brugwijzer_app help_request_sensitive': '{delete,insert,select}',
      'brugwijzer_app help_request_sensitive_version': '{insert,select}',
      'brugwijzer_app help_request_version': '{insert,select}',
      'brugwijzer_app import': '{insert,select}',
      'brugwijzer_app import_change': '{delete,insert,select}',
      'brugwijzer_app import_change_sensitive': '{insert,select}',
      'brugwijzer_app import_column': everything,
      'brugwijzer_app import_file': everything,
      'brugwijzer_app import_file_chunk': '{delete,insert,select}',
      'brugwijzer_app import_mapping': everything,
      'brugwijzer_app import_mapping_sensitive': everything,
      'brugwijzer_app import_rejection': '{delete,insert,select}',
      'brugwijzer_app device': '{insert,select}',
      'brugwijzer_app invitation': '{insert,select}',
      'brugwijzer_app member': '{insert,select,update}',
      'brugwijzer_app observed_holiday': everything,
      'brugwijzer_app organization': '{insert,select,update}',
      'brugwijzer_app period_letter': '{insert,select}',
      'brugwijzer_app pin': '{insert,select}',
      'brugwijzer_app population': '{insert,select,update}',
      'brugwijzer_app project': everything,
      'brugwijzer_app quarantined_visit': '{insert,select}',
      'brugwijzer_app report_file': '{insert,select}',
      'brugwijzer_app report_letter': '{insert,select}',
      'brugwijzer_app report_mailing': '{insert,select}',
      'brugwijzer_app report_publication': '{insert,select}',
      'brugwijzer_app report_snapshot': '{insert,select}',
      'brugwijzer_app report_text': '{insert,select}',
      'brugwijzer_app report_text_version': '{insert,select}',
      'brugwijzer_app report_withdrawal': '{insert,select}',
      'brugwijzer_app request_columns': '{insert,select}',
      'brugwijzer_app request_export': '{insert,select}',
      'brugwijzer_app request_view': '{delete,insert,select}',
      'brugwijzer_app roster': '{delete,insert,select}',
      'brugwijzer_app sealed_words': '{delete,insert,select}',
      'brugwijzer_app sealing_key': '{insert,select}',
      'brugwijzer_app training_wish': '{delete,insert,select}',
      'brugwijzer_app visit': '{insert,select}',
      'brugwijzer_app word_key': '{delete,insert,select}',
      'brugwijzer_auth account': everything,
      'brugwijzer_auth account_credential': everything,
      'brugwijzer_auth city': everything,
      'brugwijzer_auth session': everything,
      'brugwijzer_auth sign_in_attempt': everything,
      'brugwijzer_auth verification': everything,
    })
    const columns =
      await ask(`select grantee || ' ' || table_name || ' ' || lower(privilege_type) as who, array_agg(column_name::text order by column_name)::text as may
      from information_schema.column_privileges c where grantee like 'brugwijzer%' and grantee <> 'brugwijzer_owner' and not exists (
        select from information_schema.role_table_grants g where g.grantee = c.grantee and g.table_name = c.table_name and g.privilege_type = c.privilege_type)
      group by 1 order by 1`)
    expect(Object.fromEntries(columns.map(({ who, may }) => [who, may]))).toEqual({
      'brugwijzer_app follow_up update': '{done_at,done_by,due_on,sender,version,what}',
      'brugwijzer_app group_contact update': '{void_reason,voided_at,voided_by}',
      'brugwijzer_app own_buttons update': '{buttons,version}',
      'brugwijzer_app help_request update':
        '{actions,asked_by,barriers,channel,client_kind,contact_language,desk_id,first_visit,import_digest,import_key,language_help,minutes,nationality,neighbourhood,origin,outcome,received_at,received_on,referred_to_text,status,status_definition,sub_theme,theme,time_known,tip,unfinished,version,void_reason,voided_at,voided_by,who_did_it}',
      'brugwijzer_app help_request_sensitive update': '{may_quote,own_words,received_on,status,sub_theme}',
      'brugwijzer_app client update': '{made_at}',
      'brugwijzer_app client_agreement update': '{withdrawn_at}',
      'brugwijzer_app client_card update': '{client_id,linked_at,replaced_at,stopped_at}',
      'brugwijzer_app client_file update':
        '{explained,explained_at,explained_by,explained_in,key_id,language_help,last_contact_at,name_digest,reach_digest,sealed,version}',
      'brugwijzer_app client_recording update':
        '{bytes,checksum,made_at,made_by,media_type,read_from,seconds,version}',
      'brugwijzer_app client_words update': '{source,version,words,written_at,written_by}',
      'brugwijzer_app code_list update': '{version}',
      'brugwijzer_app code_list_item update': '{active,definitions,labels,position,synonyms,version}',
      'brugwijzer_app import update': '{undone_at}',
      'brugwijzer_app report_text update': '{body,member_id,saved_at,state,version}',
      'brugwijzer_app report_text_version update': '{body,saved_at,state,version}',
      'brugwijzer_app request_columns update': '{columns}',
      'brugwijzer_app coaching_case update': '{answer_id,answered_at,closed_at,question_id,version}',
      'brugwijzer_app handover update': '{accepted_at,ended_at,ended_by,reason_id,version}',
      'brugwijzer_app training_wish update': '{met_at}',
      'brugwijzer_app roster update': '{absences,languages,version,weeks}',
      'brugwijzer_app sealed_words update': '{erase_on,key_id,sealed,version,written_at}',
      'brugwijzer_app request_view update': '{name,search}',
      'brugwijzer_app pin update': '{device_id,digest,digest_before,ended_at,made_at,used_at}',
      'brugwijzer_app import_change update': '{accepted_at}',
      'brugwijzer_app period_letter update': '{accepted_at,failed_at,failure,tried_at}',
      'brugwijzer_app report_letter update': '{accepted_at,address,failed_at,failure,tried_at}',
      'brugwijzer_app report_mailing update': '{erased_at,message,reply_to}',
      'brugwijzer_app api_key update': '{revoked_at}',
      'brugwijzer_app device update': '{last_seen_on,name,revoked_at,revoked_by,version}',
      'brugwijzer_app quarantined_visit update': '{accepted_at,decided_by,discarded_at,reason,sealed}',
      'brugwijzer_app sealing_key update': '{wrapped_key}',
      'brugwijzer_app word_key update': '{wrapped_key}',
      'brugwijzer_auth device select': '{city_id,id,revoked_at,secret_digest}',
      'brugwijzer_app invitation update':
        '{accepted_at,expires_at,invited_at,link_mailed,mail_failed_at,mail_failure,mailed_at,member_id,token_digest,withdrawn_at}',
      'brugwijzer_auth api_key select':
        '{city_id,digest,expires_at,id,last_used_on,member_id,revoked_at,roles}',
      'brugwijzer_auth api_key update': '{last_used_on}',
      'brugwijzer_auth invitation select':
        '{accepted_at,city_id,email,expires_at,id,language,link_mailed,name,organization_id,roles,token_digest,withdrawn_at}',
      'brugwijzer_auth member select': '{account_id,city_id,disabled_at,id,name,organization_id,roles}',
      'brugwijzer_finder client select': '{city_id,id,kind}',
      'brugwijzer_finder client_agreement select':
        '{agreed_at,city_id,client_id,ends_at,organization_id,withdrawn_at}',
      'brugwijzer_finder client_request select': '{city_id,client_id,id,organization_id}',
      'brugwijzer_finder help_request select':
        '{actions,barriers,caretaker_id,channel,city_id,client_kind,contact_language,desk_id,first_visit,guide_id,id,nationality,organization_id,origin,outcome,received_at,received_on,referred_to_text,status,sub_theme,theme,tip,voided_at,who_did_it}',
      'brugwijzer_finder member select': '{city_id,coach_id,id}',
    })
  })

  test('every city-owned table forces its policies', async () => {
    const rows = await ask(`select relname as name, relrowsecurity and relforcerowsecurity as forced,
        (select count(*)::int from pg_policy where polrelid = c.oid) as policies
      from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
        and relname <> all ('{${globalTables.join(',')}}')`)
    expect(rows.filter(({ forced, policies }) => !forced || policies === 0)).toEqual([])
  })

  test('every city-owned table has the key (city_id, id), and its foreign keys carry the city', async () => {
    const rows = await ask(`select conrelid::regclass::text as table, contype as type,
        array(select attname::text from unnest(conkey) with ordinality as k(attnum, place)
          join pg_attribute a on a.attrelid = conrelid and a.attnum = k.attnum order by place) as columns,
        confrelid::regclass::text as target
      from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'f')
        and conrelid::regclass::text <> all ('{${globalTables.join(',')}}')`)
    expect(rows.filter(({ type, columns }) => type === 'p' && columns.join() !== 'city_id,id')).toEqual([])
    const outward = rows.filter(({ type, columns }) => type === 'f' && columns[0] !== 'city_id')
    expect(outward.map(({ table, target }) => `${table} → ${target}`)).toEqual(['member → account'])
  })

  test('every unique index of a city-owned table starts with the city', async () => {
    const rows = await ask(`select indexrelid::regclass::text as index from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where indisunique and a.attname <> 'city_id' and indrelid in (
        select oid from pg_class where relnamespace = 'public'::regnamespace and relname <> all ('{${globalTables.join(',')}}'))`)
    expect(rows).toEqual([])
  })

  test('the login role owns nothing, is nothing by itself and passes no policy', async () => {
    const [role] = await ask(`select rolsuper, rolinherit, rolbypassrls, rolcreaterole, rolcreatedb,
      (select count(*)::int from pg_shdepend where refobjid = r.oid and deptype = 'o') as owned
      from pg_roles r where rolname = 'brugwijzer_login'`)
    expect(role).toEqual({
      rolsuper: false,
      rolinherit: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owned: 0,
    })
  })

  test('the row types are those of the migrated database', async () => {
    const described = await runAt(db.adminUrl, describeSchema)
    expect(wordsOf('src/db/schema.ts').replace(/\s+/g, ' ')).toBe(described.replace(/\s+/g, ' '))
  })
})

describe('the files', () => {
  test('none is over 250 lines, half are under 60, nine in ten under 150', () => {
    const lengths = product.map(linesOf).sort((a, b) => a - b)
    expect(product.filter((file) => linesOf(file) > 250)).toEqual([])
    expect(lengths[Math.floor(lengths.length * 0.5)]).toBeLessThanOrEqual(60)
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(150)
  })

  test('are named in kebab-case after what they hold', () => {
    const banned = /^(index|utils?|helpers?|common|misc|manager|service|types)$/
    const stem = (file: string) => basename(file).replace(/(\.test|\.config)?\.tsx?$/, '')
    expect(
      sources.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem(file)) || banned.test(stem(file))),
    ).toEqual([])
  })

  test('casts and non-null assertions say why', () => {
    const silent = product.flatMap((file) =>
      wordsOf(file)
        .split('\n')
        .flatMap((line, i, lines) => {
          const casts = / as (?!const\b|[a-z]+['")])[A-Z{[][\w<>[\]{}() |'.,]*/.test(
            line.replace(/\/\/.*|import .*|export .* from .*|\* .*|^ {2}as .*|^ {2}\w+ as \w+,$/, ''),
          )
          const explained = lines.slice(Math.max(0, i - 6), i + 1).some((near) => near.includes('because:'))
          return casts && !explained ? [`${file}:${i + 1} ${line.trim()}`] : []
        }),
    )
    expect(silent).toEqual([])
  })

  test('a schema of the domain is described by describe, because openapi is only there when loaded first', () => {
    const touched = product.flatMap((file) => {
      const words = wordsOf(file)
      const imported = [...words.matchAll(/import \{([^}]*)\} from '[^']*\/domain\//g)].flatMap(
        ([, names = '']) => names.split(',').map((name) => name.trim().split(' ').at(-1) ?? ''),
      )
      return imported
        .filter((name) => name !== '' && words.includes(`${name}.openapi(`))
        .map((name) => `${file} ${name}`)
    })
    expect(touched).toEqual([])
  })

  test('the environment is read in one place', () => {
    const readers = product.filter((file) => wordsOf(file).includes('process.env'))
    expect(readers.sort()).toEqual([
      'src/cli/main.ts',
      'src/db/embedded/embedded-binaries.ts',
      'src/start.ts',
    ])
  })

  test('styles say start and end, never left and right', () => {
    const sheets = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.css'], {
      encoding: 'utf8',
    })
    const sided = sheets
      .split('\n')
      .filter(Boolean)
      .filter((file) => /\b(left|right)\b/.test(wordsOf(file).replace(/\/\*[\s\S]*?\*\//g, '')))
    expect(sided).toEqual([])
  })
})

describe('the texts', () => {
  const keysOf = (value: unknown) => [...sentencesOf(value).keys()]
  const sentencesOf = (value: unknown, path = ''): Map<string, string> =>
    typeof value === 'object' && value !== null
      ? new Map(
          Object.entries(value).flatMap(([key, inner]) => [
            ...sentencesOf(inner, `${path}${path && '.'}${key}`),
          ]),
        )
      : new Map([[path, String(value)]])
  const plural = /_(zero|one|two|few|many|other)$/
  const gapsOf = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort()

  test('exist in every staff language, key for key and gap for gap', () => {
    const dutch = readCatalogues('nl')
    for (const language of everyStaffLanguage) {
      const catalogues = readCatalogues(language)
      const bare = (all: Record<string, unknown>) =>
        [...new Set(keysOf(all).map((key) => key.replace(plural, '')))].sort()
      expect([language, ...bare(catalogues)]).toEqual([language, ...bare(dutch)])
      const [theirs, ours] = [sentencesOf(catalogues), sentencesOf(dutch)]
      for (const [key, sentence] of ours) {
        if (plural.test(key)) continue
        expect([language, key, gapsOf(theirs.get(key) ?? '')]).toEqual([language, key, gapsOf(sentence)])
      }
    }
  })

  test('are all used: no sentence is left over', () => {
    const code = sources
      .filter((file) => !file.endsWith('structure.test.ts'))
      .map(wordsOf)
      .join('\n')
    // A key that is put together, such as `period.quarter${part}`, uses every key of that form.
    const forms = [...code.matchAll(/`([\w:.]*\$\{[^`]*)`/g)]
      .map(([, form = '']) => form.split(/\$\{[^}]*\}/))
      .filter((parts) => parts.join('').length > 3 && parts.every((part) => /^[\w:.]*$/.test(part)))
      .map((parts) => new RegExp(`^(\\w+:)?${parts.map(RegExp.escape).join('[\\w.]+')}$`))
    const isUsed = (name: string, key: string) =>
      code.includes(`'${key}'`) ||
      code.includes(`'${name}:${key}'`) ||
      forms.some((form) => form.test(key) || form.test(`${name}:${key}`))
    const leftOver = Object.entries(readCatalogues('nl')).flatMap(([name, catalogue]) =>
      [...new Set(keysOf(catalogue).map((key) => key.replace(plural, '')))]
        .filter((key) => !isUsed(name, key))
        .map((key) => `${name}:${key}`),
    )
    expect(leftOver).toEqual([])
  })

  test('label every code of every list in every staff language', () => {
    const items = defaultCodeLists((tag, language) => languageName(language, tag))
    expect(new Set(items.map(({ list }) => list))).toEqual(new Set(codeListName.options))
    const unlabelled = items.filter(({ labels }) =>
      everyStaffLanguage.some((language) => !labels[language]?.trim()),
    )
    expect(unlabelled).toEqual([])
    const keys = items.map(({ list, code }) => `${list} ${code}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

test('every route of the contract is asked by a test', () => {
  const tests = sources
    .filter((file) => file.startsWith('test/'))
    .map(wordsOf)
    .join('\n')
  const paths = Object.keys(openApiDocument().paths ?? {})
  expect(paths.length).toBeGreaterThan(6)
  expect(paths.filter((path) => !tests.includes(path.replace(/\{.*/, '')))).toEqual([])
})
