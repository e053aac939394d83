// Made from the migrated database by `npm run schema`; a test checks that it is up to date.
import type { ColumnType } from 'kysely'
import type { CardPicture } from '../domain/client/card-picture.ts'
import type { ClientKind } from '../domain/client/client-rule.ts'
import type { ClientLanguage } from '../domain/client-language.ts'
import type { AccountId, ApiKeyId, CalendarEventId, CardSheetId, CityId, ClientAgreementId, ClientCardId, ClientId, ClosureId, CoachingCaseId, DeskId, DeviceId, FollowUpId, GroupContactId, HandoverId, HelpRequestId, ImportId, InvitationId, MailingId, MemberId, MessageId, OrganizationId, PinId, ProjectId, PublicationId, QuarantinedVisitId, SealedWordsId, SealingKeyId, SnapshotId, TrainingWishId, VisitId, WordKeyId } from '../domain/id.ts'
import type { StaffLanguage } from '../domain/language.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Role } from '../domain/people/member.ts'
import type { MailedFormat } from '../domain/report/mailing.ts'
import type { PublishedAudience, ReportAudience, ReportFormat } from '../domain/report/report-format.ts'

/** Written as JSON text, read as what the JSON holds. */
type Json = ColumnType<unknown, string, string>
type Timestamp = ColumnType<Date, Date | string, Date | string>
type Generated<T> =
  T extends ColumnType<infer Read, infer Insert, infer Update>
    ? ColumnType<Read, Insert | undefined, Update>
    : ColumnType<T, T | undefined, T>
/** The database makes it; nobody writes it. */
type Computed<T> = ColumnType<T, never, never>

interface Account {
  created_at: Generated<Timestamp>
  email: string
  email_verified: Generated<boolean>
  id: AccountId
  image: string | null
  name: string
  updated_at: Generated<Timestamp>
}

interface AccountCredential {
  access_token: string | null
  access_token_expires_at: Timestamp | null
  account_id: string
  created_at: Generated<Timestamp>
  id: string
  id_token: string | null
  password: string | null
  provider_id: string
  refresh_token: string | null
  refresh_token_expires_at: Timestamp | null
  scope: string | null
  updated_at: Generated<Timestamp>
  user_id: AccountId
}

interface ApiKey {
  city_id: CityId
  digest: string
  expires_at: Timestamp | null
  id: ApiKeyId
  last_used_on: LocalDate | null
  made_at: Timestamp
  member_id: MemberId
  name: string
  prefix: string
  revoked_at: Timestamp | null
  roles: Role[]
}

interface AuditEvent {
  actor_kind: string
  city_id: CityId
  details: Generated<Json>
  event: string
  happened_at: Generated<Timestamp>
  id: string
  member_id: MemberId | null
  subject_id: string | null
}

interface CalendarEvent {
  begins_on: LocalDate
  city_id: CityId
  ends_on: LocalDate
  id: CalendarEventId
  title: string
  version: Generated<number>
}

interface City {
  code: string
  created_at: Generated<Timestamp>
  id: CityId
  is_demo: Generated<boolean>
  name: string
  time_zone: Generated<string>
}

interface Client {
  city_id: CityId
  id: ClientId
  kind: ClientKind
  made_at: Generated<Timestamp>
}

interface ClientAgreement {
  agreed_at: Timestamp
  city_id: CityId
  client_id: ClientId
  ends_at: Timestamp
  id: ClientAgreementId
  language: string
  member_id: MemberId
  organization_id: OrganizationId
  withdrawn_at: Timestamp | null
}

interface ClientCard {
  city_id: CityId
  client_id: ClientId | null
  code_digest: string
  id: ClientCardId
  linked_at: Timestamp | null
  pictures: CardPicture[]
  printed_at: Generated<Timestamp>
  printed_by: MemberId
  replaced_at: Timestamp | null
  sheet_id: CardSheetId
  stopped_at: Timestamp | null
}

interface ClientFile {
  city_id: CityId
  client_id: ClientId
  explained: string[]
  explained_at: Timestamp
  explained_by: MemberId
  explained_in: string
  id: string
  key_id: WordKeyId | null
  language_help: string
  last_contact_at: Timestamp
  name_digest: string
  organization_id: OrganizationId
  reach_digest: string | null
  sealed: Buffer
  version: Generated<number>
}

interface ClientRecording {
  bytes: Buffer | null
  checksum: string | null
  city_id: CityId
  id: string
  language: ClientLanguage
  made_at: Generated<Timestamp>
  made_by: MemberId
  media_type: string | null
  part: string
  read_from: string | null
  seconds: number | null
  version: Generated<number>
}

interface ClientRequest {
  city_id: CityId
  client_id: ClientId
  id: HelpRequestId
  organization_id: OrganizationId
  received_at: Timestamp
}

interface ClientWords {
  city_id: CityId
  id: string
  key: string
  language: ClientLanguage
  source: string | null
  version: Generated<number>
  words: string | null
  written_at: Generated<Timestamp>
  written_by: MemberId
}

interface Closure {
  city_id: CityId
  closed_on: LocalDate
  closed_to: LocalDate
  desk_id: DeskId | null
  id: ClosureId
  open_on: Generated<Json>
  reason: string
  version: Generated<number>
}

interface CoachingCase {
  answer_id: SealedWordsId | null
  answered_at: Timestamp | null
  asked_at: Timestamp
  city_id: CityId
  closed_at: Timestamp | null
  coach_id: MemberId
  erase_on: LocalDate
  guide_id: MemberId
  id: CoachingCaseId
  question_id: SealedWordsId | null
  request_id: HelpRequestId
  version: Generated<number>
}

interface CodeList {
  based_on: string
  city_id: CityId
  id: string
  list: string
  version: Generated<number>
}

interface CodeListItem {
  active: Generated<boolean>
  city_id: CityId
  code: string
  definitions: Generated<Json>
  id: string
  labels: Json
  list: string
  parent: string | null
  position: number
  sensitive: Generated<boolean>
  synonyms: Generated<string[]>
  version: Generated<number>
}

interface CodeListItemVersion {
  active: boolean
  changed_at: Generated<Timestamp>
  city_id: CityId
  definitions: Json
  id: string
  item_id: string
  labels: Json
  list_version: number
  member_id: MemberId | null
  position: number
  synonyms: string[]
}

interface Desk {
  city_id: CityId
  id: DeskId
  last_day: LocalDate | null
  name: string
  organization_id: OrganizationId
  position: Generated<number>
  retired_at: Timestamp | null
  version: Generated<number>
}

interface DeskHours {
  city_id: CityId
  closes: string
  desk_id: DeskId
  id: string
  opens: string
  valid_from: Generated<LocalDate>
  valid_to: LocalDate | null
  weekday: number
}

interface Device {
  city_id: CityId
  id: DeviceId
  last_seen_on: LocalDate
  name: string
  registered_at: Timestamp
  registered_by: MemberId
  revoked_at: Timestamp | null
  revoked_by: MemberId | null
  secret_digest: string
  version: Generated<number>
}

interface FollowUp {
  city_id: CityId
  done_at: Timestamp | null
  done_by: MemberId | null
  due_on: LocalDate
  guide_id: MemberId
  id: FollowUpId
  made_at: Generated<Timestamp>
  organization_id: OrganizationId
  request_id: HelpRequestId
  sender: string | null
  version: Generated<number>
  what: string
}

interface GroupContact {
  city_id: CityId
  desk_id: DeskId
  guide_id: MemberId
  held_on: LocalDate
  id: GroupContactId
  organization_id: OrganizationId
  people: number
  recorded_at: Generated<Timestamp>
  theme: string
  void_reason: string | null
  voided_at: Timestamp | null
  voided_by: MemberId | null
}

interface Handover {
  accepted_at: Timestamp | null
  city_id: CityId
  ended_at: Timestamp | null
  ended_by: MemberId | null
  from_id: MemberId
  id: HandoverId
  offered_at: Timestamp
  reason_id: SealedWordsId | null
  request_id: HelpRequestId
  to_id: MemberId
  version: Generated<number>
}

interface HelpRequest {
  actions: Generated<string[]>
  asked_by: Generated<string>
  barriers: Generated<string[]>
  caretaker_id: MemberId | null
  channel: Generated<string>
  city_id: CityId
  client_kind: Generated<string>
  contact_language: Generated<string>
  desk_id: DeskId
  first_visit: boolean | null
  guide_id: MemberId
  household_visit_id: VisitId | null
  id: HelpRequestId
  import_digest: string | null
  import_id: ImportId | null
  import_key: string | null
  import_row: number | null
  language_help: Generated<string>
  minutes: number | null
  nationality: Generated<string>
  neighbourhood: string | null
  organization_id: OrganizationId
  origin: Generated<string>
  outcome: Generated<string>
  received_at: Timestamp
  received_on: LocalDate
  recorded_at: Generated<Timestamp>
  referred_to_text: string | null
  status: Generated<string>
  status_definition: Generated<number>
  sub_theme: string | null
  theme: string
  time_known: Generated<boolean>
  tip: string | null
  unfinished: Generated<boolean>
  version: Generated<number>
  visit_id: VisitId
  void_reason: string | null
  voided_at: Timestamp | null
  voided_by: MemberId | null
  who_did_it: Generated<string>
}

interface HelpRequestSensitive {
  city_id: CityId
  guide_id: MemberId
  id: HelpRequestId
  may_quote: boolean | null
  organization_id: OrganizationId
  own_words: string | null
  received_on: LocalDate
  status: string | null
  sub_theme: string | null
}

interface HelpRequestSensitiveVersion {
  actor_kind: string
  changed_at: Timestamp
  changes: Json
  city_id: CityId
  guide_id: MemberId
  id: string
  member_id: MemberId | null
  request_id: HelpRequestId
  version: number
  with_row: boolean
}

interface HelpRequestVersion {
  actor_kind: string
  changed_at: Timestamp
  changes: Json
  city_id: CityId
  id: string
  member_id: MemberId | null
  request_id: HelpRequestId
  version: number
}

interface Import {
  city_id: CityId
  file_name: string
  id: ImportId
  imported: number
  imported_at: Generated<Timestamp>
  member_id: MemberId | null
  organization_id: OrganizationId
  rejected: number
  rows: number
  undone_at: Timestamp | null
}

interface ImportChange {
  accepted_at: Timestamp | null
  city_id: CityId
  digest: string
  id: string
  import_id: ImportId
  request: Json
  request_id: HelpRequestId
  row: number
}

interface ImportChangeSensitive {
  city_id: CityId
  id: string
  status: string | null
  sub_theme: string | null
}

interface ImportColumn {
  city_id: CityId
  field: string | null
  heading: string
  id: string
  organization_id: OrganizationId
}

interface ImportFile {
  answer: Json | null
  answer_version: number | null
  attempt: string
  city_id: CityId
  columns: Json | null
  created_at: Generated<Timestamp>
  ended_at: Timestamp | null
  file_name: string
  heartbeat_at: Timestamp | null
  id: ImportId
  member_id: MemberId
  organization_id: OrganizationId | null
  phase: string | null
  refusal: Json | null
  rows_done: Generated<number>
  sha256: string | null
  size: Generated<number>
  start: Json | null
  started_at: Timestamp | null
  task: string | null
  task_id: string | null
  unknown_values: Generated<Json>
  version: Generated<number>
}

interface ImportFileChunk {
  bytes: Buffer
  city_id: CityId
  id: string
  import_id: ImportId
  position: number
}

interface ImportMapping {
  city_id: CityId
  code: string | null
  decided_at: Generated<Timestamp>
  field: string
  id: string
  member_id: MemberId | null
  organization_id: OrganizationId
  spelling: string
  value: string
}

interface ImportMappingSensitive {
  city_id: CityId
  code: string
  decided_at: Generated<Timestamp>
  field: string
  id: string
  member_id: MemberId | null
  organization_id: OrganizationId
  spelling: string
  value: string
}

interface ImportRejection {
  city_id: CityId
  id: string
  import_id: ImportId
  position: number
  rejections: Json
}

interface Invitation {
  accepted_at: Timestamp | null
  city_id: CityId
  coach_id: MemberId | null
  email: string
  expires_at: Timestamp
  id: InvitationId
  invited_at: Timestamp
  invited_by: MemberId | null
  language: string
  link_mailed: boolean
  mail_failed_at: Timestamp | null
  mail_failure: string | null
  mailed_at: Timestamp | null
  member_id: MemberId | null
  name: string
  name_words: Computed<string>
  organization_id: OrganizationId
  roles: Role[]
  token_digest: string
  withdrawn_at: Timestamp | null
}

interface Member {
  account_id: AccountId | null
  city_id: CityId
  coach_id: MemberId | null
  disabled_at: Timestamp | null
  id: MemberId
  name: string
  name_words: Computed<string>
  organization_id: OrganizationId
  roles: Generated<Role[]>
  successor_id: MemberId | null
  version: Generated<number>
}

interface ObservedHoliday {
  city_id: CityId
  code: string
  id: string
  version: Generated<number>
  years: Generated<Json>
}

interface Organization {
  city_id: CityId
  id: OrganizationId
  kind: string
  name: string
  version: Generated<number>
}

interface OwnButtons {
  buttons: Json
  city_id: CityId
  id: MemberId
  version: Generated<number>
}

interface PeriodLetter {
  accepted_at: Timestamp | null
  city_id: CityId
  failed_at: Timestamp | null
  failure: string | null
  id: string
  member_id: MemberId
  period_from: LocalDate
  period_to: LocalDate
  project_id: ProjectId | null
  tried_at: Timestamp
}

interface Pin {
  city_id: CityId
  device_id: string | null
  digest: string
  digest_before: string | null
  ended_at: Timestamp | null
  id: PinId
  made_at: Timestamp
  member_id: MemberId
  used_at: Timestamp
}

interface Population {
  city_id: CityId
  counted_on: LocalDate
  groups: Json
  id: string
  removed_at: Timestamp | null
  source: string
  version: Generated<number>
}

interface Project {
  begins_on: LocalDate
  city_id: CityId
  ends_on: LocalDate
  funders: Json
  goals: Json
  id: ProjectId
  name: string
  partners: Json
  reporting_moments: Json
  retired_at: Timestamp | null
  version: Generated<number>
}

interface QuarantinedVisit {
  accepted_at: Timestamp | null
  city_id: CityId
  decided_by: MemberId | null
  device_id: DeviceId
  discarded_at: Timestamp | null
  id: QuarantinedVisitId
  key_id: SealingKeyId
  member_id: MemberId
  reason: string | null
  received_at: Timestamp
  sealed: Buffer | null
  sealed_digest: string
  sent_at: Timestamp
  visit_id: MessageId
  withdrawn_for: string | null
}

interface ReportFile {
  audience: ReportAudience
  bytes: Buffer
  checksum: string
  city_id: CityId
  format: ReportFormat
  id: string
  kept_at: Generated<Timestamp>
  language: StaffLanguage
  snapshot_id: SnapshotId
}

interface ReportLetter {
  accepted_at: Timestamp | null
  address: string | null
  city_id: CityId
  failed_at: Timestamp | null
  failure: string | null
  id: string
  mailing_id: MailingId
  position: number
  tried_at: Timestamp | null
}

interface ReportMailing {
  audience: ReportAudience
  city_id: CityId
  erased_at: Timestamp | null
  formats: MailedFormat[]
  id: MailingId
  language: StaffLanguage
  made_at: Generated<Timestamp>
  member_id: MemberId
  message: string
  reply_to: string | null
  snapshot_id: SnapshotId
}

interface ReportPublication {
  audience: PublishedAudience
  checksum: string
  city_id: CityId
  content: string
  id: PublicationId
  member_id: MemberId
  plan: Json
  published_at: Generated<Timestamp>
  snapshot_id: SnapshotId
}

interface ReportSnapshot {
  checksum: string
  city_id: CityId
  content: string
  id: SnapshotId
  made_at: Generated<Timestamp>
  member_id: MemberId
  part_of: Json | null
  period_from: LocalDate
  period_to: LocalDate
  project_id: ProjectId | null
}

interface ReportText {
  body: string
  city_id: CityId
  id: string
  language: string
  member_id: MemberId
  passage: string
  period_from: LocalDate
  period_to: LocalDate
  project_id: ProjectId | null
  saved_at: Timestamp
  state: string
  version: Generated<number>
}

interface ReportTextVersion {
  began_at: Timestamp
  body: string
  city_id: CityId
  id: string
  member_id: MemberId
  saved_at: Timestamp
  state: string
  text_id: string
  version: number
}

interface ReportWithdrawal {
  city_id: CityId
  id: string
  member_id: MemberId
  publication_id: PublicationId
  reason: string
  withdrawn_at: Generated<Timestamp>
}

interface RequestColumns {
  city_id: CityId
  columns: string[]
  id: string
}

interface RequestExport {
  city_id: CityId
  close_columns: string[]
  exported_at: Generated<Timestamp>
  filter: Json
  format: string
  id: string
  member_id: MemberId
  reason: string
  requests: number
}

interface RequestView {
  city_id: CityId
  id: string
  member_id: MemberId
  name: string
  search: string
}

interface Roster {
  absences: Generated<Json>
  city_id: CityId
  id: MemberId
  languages: Generated<string[]>
  version: number
  weeks: Generated<Json>
}

interface SchemaMigration {
  applied_at: Generated<Timestamp>
  digest: string
  name: string
  number: number
}

interface SealedWords {
  author_id: MemberId
  city_id: CityId
  erase_on: LocalDate
  id: SealedWordsId
  key_id: WordKeyId
  kind: string
  reader_id: MemberId | null
  request_id: HelpRequestId
  sealed: Buffer
  version: Generated<number>
  written_at: Timestamp
}

interface SealingKey {
  city_id: CityId
  id: SealingKeyId
  made_at: Generated<Timestamp>
  public_key: Buffer
  wrapped_key: Buffer
}

interface Session {
  city_id: CityId | null
  created_at: Generated<Timestamp>
  device_id: DeviceId | null
  expires_at: Timestamp
  id: string
  ip_address: string | null
  shut_out_at: Timestamp | null
  token: string
  updated_at: Generated<Timestamp>
  user_agent: string | null
  user_id: AccountId
}

interface SignInAttempt {
  door: string
  failures: number
  window_ends_at: Timestamp
}

interface TrainingWish {
  city_id: CityId
  id: TrainingWishId
  member_id: MemberId
  met_at: Timestamp | null
  wish: string
  wished_at: Timestamp
}

interface Verification {
  created_at: Generated<Timestamp>
  expires_at: Timestamp
  id: string
  identifier: string
  updated_at: Generated<Timestamp>
  value: string
}

interface Visit {
  city_id: CityId
  device_behind: number | null
  device_received_at: Timestamp
  digest: string
  id: VisitId
  member_id: MemberId
  received_at: Timestamp
  registered_at: Generated<Timestamp>
}

interface WordKey {
  city_id: CityId
  id: WordKeyId
  made_at: Generated<Timestamp>
  wrapped_key: Buffer
}

export interface DB {
  account: Account
  account_credential: AccountCredential
  api_key: ApiKey
  audit_event: AuditEvent
  calendar_event: CalendarEvent
  city: City
  client: Client
  client_agreement: ClientAgreement
  client_card: ClientCard
  client_file: ClientFile
  client_recording: ClientRecording
  client_request: ClientRequest
  client_words: ClientWords
  closure: Closure
  coaching_case: CoachingCase
  code_list: CodeList
  code_list_item: CodeListItem
  code_list_item_version: CodeListItemVersion
  desk: Desk
  desk_hours: DeskHours
  device: Device
  follow_up: FollowUp
  group_contact: GroupContact
  handover: Handover
  help_request: HelpRequest
  help_request_sensitive: HelpRequestSensitive
  help_request_sensitive_version: HelpRequestSensitiveVersion
  help_request_version: HelpRequestVersion
  import: Import
  import_change: ImportChange
  import_change_sensitive: ImportChangeSensitive
  import_column: ImportColumn
  import_file: ImportFile
  import_file_chunk: ImportFileChunk
  import_mapping: ImportMapping
  import_mapping_sensitive: ImportMappingSensitive
  import_rejection: ImportRejection
  invitation: Invitation
  member: Member
  observed_holiday: ObservedHoliday
  organization: Organization
  own_buttons: OwnButtons
  period_letter: PeriodLetter
  pin: Pin
  population: Population
  project: Project
  quarantined_visit: QuarantinedVisit
  report_file: ReportFile
  report_letter: ReportLetter
  report_mailing: ReportMailing
  report_publication: ReportPublication
  report_snapshot: ReportSnapshot
  report_text: ReportText
  report_text_version: ReportTextVersion
  report_withdrawal: ReportWithdrawal
  request_columns: RequestColumns
  request_export: RequestExport
  request_view: RequestView
  roster: Roster
  schema_migration: SchemaMigration
  sealed_words: SealedWords
  sealing_key: SealingKey
  session: Session
  sign_in_attempt: SignInAttempt
  training_wish: TrainingWish
  verification: Verification
  visit: Visit
  word_key: WordKey
}
