import type pg from 'pg'

// The row types of src/db/schema.ts, read from a migrated database. kysely-codegen needs the JavaScript compiler
// API that TypeScript 7 no longer has (docs/decisions/0005-row-types.md).

const plainTypes: Record<string, string> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'LocalDate',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  jsonb: 'Json',
  text: 'string',
  time: 'string',
  timestamptz: 'Timestamp',
  uuid: 'string',
  _text: 'string[]',
}

/** Columns whose meaning is narrower than their SQL type: ids never mix. */
const idTypes: Record<string, string> = {
  'api_key.id': 'ApiKeyId',
  'api_key.roles': 'Role[]',
  'account.id': 'AccountId',
  'account_credential.user_id': 'AccountId',
  'calendar_event.id': 'CalendarEventId',
  'city.id': 'CityId',
  'coaching_case.answer_id': 'SealedWordsId',
  'coaching_case.coach_id': 'MemberId',
  'coaching_case.guide_id': 'MemberId',
  'coaching_case.id': 'CoachingCaseId',
  'coaching_case.question_id': 'SealedWordsId',
  'closure.desk_id': 'DeskId',
  'closure.id': 'ClosureId',
  'desk.id': 'DeskId',
  'desk_hours.desk_id': 'DeskId',
  'follow_up.done_by': 'MemberId',
  'follow_up.guide_id': 'MemberId',
  'follow_up.id': 'FollowUpId',
  'group_contact.desk_id': 'DeskId',
  'group_contact.guide_id': 'MemberId',
  'group_contact.id': 'GroupContactId',
  'group_contact.voided_by': 'MemberId',
  'own_buttons.id': 'MemberId',
  'roster.id': 'MemberId',
  'handover.ended_by': 'MemberId',
  'handover.from_id': 'MemberId',
  'handover.id': 'HandoverId',
  'handover.reason_id': 'SealedWordsId',
  'handover.to_id': 'MemberId',
  'help_request.caretaker_id': 'MemberId',
  'help_request.desk_id': 'DeskId',
  'help_request.guide_id': 'MemberId',
  'help_request.id': 'HelpRequestId',
  'help_request.visit_id': 'VisitId',
  'help_request.household_visit_id': 'VisitId',
  'client.id': 'ClientId',
  'client.kind': 'ClientKind',
  'client_agreement.id': 'ClientAgreementId',
  'client_card.id': 'ClientCardId',
  'client_card.pictures': 'CardPicture[]',
  'client_card.printed_by': 'MemberId',
  'client_file.explained_by': 'MemberId',
  'client_file.key_id': 'WordKeyId',
  'client_card.sheet_id': 'CardSheetId',
  'client_recording.language': 'ClientLanguage',
  'client_recording.made_by': 'MemberId',
  'client_request.id': 'HelpRequestId',
  'client_words.language': 'ClientLanguage',
  'client_words.written_by': 'MemberId',
  'sealing_key.id': 'SealingKeyId',
  'device.id': 'DeviceId',
  'device.registered_by': 'MemberId',
  'device.revoked_by': 'MemberId',
  'quarantined_visit.decided_by': 'MemberId',
  'quarantined_visit.device_id': 'DeviceId',
  'quarantined_visit.id': 'QuarantinedVisitId',
  'quarantined_visit.key_id': 'SealingKeyId',
  'quarantined_visit.member_id': 'MemberId',
  'quarantined_visit.visit_id': 'MessageId',
  'session.device_id': 'DeviceId',
  'visit.id': 'VisitId',
  'visit.member_id': 'MemberId',
  'help_request_sensitive.guide_id': 'MemberId',
  'help_request.voided_by': 'MemberId',
  'help_request_sensitive.id': 'HelpRequestId',
  'help_request_sensitive_version.guide_id': 'MemberId',
  'import.id': 'ImportId',
  'import_change.request_id': 'HelpRequestId',
  'import_file.id': 'ImportId',
  'invitation.coach_id': 'MemberId',
  'invitation.id': 'InvitationId',
  'invitation.invited_by': 'MemberId',
  'invitation.roles': 'Role[]',
  'member.account_id': 'AccountId',
  'member.coach_id': 'MemberId',
  'member.id': 'MemberId',
  'member.roles': 'Role[]',
  'member.successor_id': 'MemberId',
  'organization.id': 'OrganizationId',
  'period_letter.project_id': 'ProjectId',
  'pin.id': 'PinId',
  'pin.member_id': 'MemberId',
  'project.id': 'ProjectId',
  'report_file.audience': 'ReportAudience',
  'report_file.format': 'ReportFormat',
  'report_file.language': 'StaffLanguage',
  'report_file.snapshot_id': 'SnapshotId',
  'report_letter.mailing_id': 'MailingId',
  'report_mailing.audience': 'ReportAudience',
  'report_mailing.formats': 'MailedFormat[]',
  'report_mailing.id': 'MailingId',
  'report_mailing.language': 'StaffLanguage',
  'report_mailing.snapshot_id': 'SnapshotId',
  'report_snapshot.id': 'SnapshotId',
  'report_snapshot.project_id': 'ProjectId',
  'report_text.project_id': 'ProjectId',
  'report_publication.audience': 'PublishedAudience',
  'report_publication.id': 'PublicationId',
  'report_publication.snapshot_id': 'SnapshotId',
  'report_withdrawal.publication_id': 'PublicationId',
  'sealed_words.author_id': 'MemberId',
  'sealed_words.id': 'SealedWordsId',
  'sealed_words.key_id': 'WordKeyId',
  'sealed_words.reader_id': 'MemberId',
  'session.user_id': 'AccountId',
  'training_wish.id': 'TrainingWishId',
  'word_key.id': 'WordKeyId',
}
const idTypesAnywhere: Record<string, string> = {
  city_id: 'CityId',
  client_id: 'ClientId',
  import_id: 'ImportId',
  member_id: 'MemberId',
  organization_id: 'OrganizationId',
  request_id: 'HelpRequestId',
}

interface Column {
  readonly table_name: string
  readonly column_name: string
  readonly udt_name: string
  readonly nullable: boolean
  readonly defaulted: boolean
  readonly computed: boolean
}

/** The text of src/db/schema.ts for the database behind `client`. Throws on a column type that it does not know. */
export async function describeSchema(client: pg.Client): Promise<string> {
  const { rows } = await client.query<Column>(`
    select table_name, column_name, udt_name, is_nullable = 'YES' as nullable, column_default is not null as defaulted,
      is_generated = 'ALWAYS' as computed
    from information_schema.columns where table_schema = 'public' order by table_name, column_name`)
  const tables = Map.groupBy(rows, (row) => row.table_name)
  return [
    '// Made from the migrated database by `npm run schema`; a test checks that it is up to date.',
    "import type { ColumnType } from 'kysely'",
    "import type { CardPicture } from '../domain/client/card-picture.ts'",
    "import type { ClientKind } from '../domain/client/client-rule.ts'",
    "import type { ClientLanguage } from '../domain/client-language.ts'",
    "import type { AccountId, ApiKeyId, CalendarEventId, CardSheetId, CityId, ClientAgreementId, ClientCardId, ClientId, ClosureId, CoachingCaseId, DeskId, DeviceId, FollowUpId, GroupContactId, HandoverId, HelpRequestId, ImportId, InvitationId, MailingId, MemberId, MessageId, OrganizationId, PinId, ProjectId, PublicationId, QuarantinedVisitId, SealedWordsId, SealingKeyId, SnapshotId, TrainingWishId, VisitId, WordKeyId } from '../domain/id.ts'",
    "import type { StaffLanguage } from '../domain/language.ts'",
    "import type { LocalDate } from '../domain/local-date.ts'",
    "import type { Role } from '../domain/people/member.ts'",
    "import type { MailedFormat } from '../domain/report/mailing.ts'",
    "import type { PublishedAudience, ReportAudience, ReportFormat } from '../domain/report/report-format.ts'",
    '',
    '/** Written as JSON text, read as what the JSON holds. */',
    'type Json = ColumnType<unknown, string, string>',
    'type Timestamp = ColumnType<Date, Date | string, Date | string>',
    'type Generated<T> =',
    '  T extends ColumnType<infer Read, infer Insert, infer Update>',
    '    ? ColumnType<Read, Insert | undefined, Update>',
    '    : ColumnType<T, T | undefined, T>',
    '/** The database makes it; nobody writes it. */',
    'type Computed<T> = ColumnType<T, never, never>',
    '',
    ...[...tables].map(([table, columns]) => describeTable(table, columns)),
    'export interface DB {',
    ...[...tables.keys()].map((table) => `  ${table}: ${typeName(table)}`),
    '}',
    '',
  ].join('\n')
}

const typeName = (table: string) => table.replace(/(?:^|_)([a-z])/g, (_, letter) => letter.toUpperCase())

const describeTable = (table: string, columns: readonly Column[]) =>
  [`interface ${typeName(table)} {`, ...columns.map(describeColumn), '}', ''].join('\n')

function describeColumn({
  table_name,
  column_name,
  udt_name,
  nullable,
  defaulted,
  computed,
}: Column): string {
  const type = idTypes[`${table_name}.${column_name}`] ?? idTypesAnywhere[column_name] ?? plainTypes[udt_name]
  if (!type) throw new Error(`${table_name}.${column_name} has the type ${udt_name}, unknown here`)
  const withNull = nullable ? `${type} | null` : type
  if (computed) return `  ${column_name}: Computed<${withNull}>`
  return `  ${column_name}: ${defaulted ? `Generated<${withNull}>` : withNull}`
}
