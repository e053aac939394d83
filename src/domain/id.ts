import { z } from 'zod'

// UUIDs that say what they name: mixing up two of them does not compile, and only these parsers mint them.
const id = <Noun extends string>() => z.guid().toLowerCase().brand<Noun>()

export const cityId = id<'city'>()
export const organizationId = id<'organization'>()
export const memberId = id<'member'>()
export const deskId = id<'desk'>()
export const helpRequestId = id<'help_request'>()
export const visitId = id<'visit'>()
export const sealingKeyId = id<'sealing_key'>()
export const followUpId = id<'follow_up'>()
export const groupContactId = id<'group_contact'>()
export const wordKeyId = id<'word_key'>()
export const sealedWordsId = id<'sealed_words'>()
export const coachingCaseId = id<'coaching_case'>()
export const trainingWishId = id<'training_wish'>()
export const handoverId = id<'handover'>()
export const clientId = id<'client'>()
export const clientCardId = id<'client_card'>()
export const clientAgreementId = id<'client_agreement'>()
export const cardSheetId = id<'card_sheet'>()
export const deviceId = id<'device'>()
export const quarantinedVisitId = id<'quarantined_visit'>()
export const pinId = id<'pin'>()
export const importId = id<'import'>()
export const accountId = id<'account'>()
export const closureId = id<'closure'>()
export const calendarEventId = id<'calendar_event'>()
export const snapshotId = id<'snapshot'>()
export const publicationId = id<'publication'>()
export const mailingId = id<'mailing'>()
export const projectId = id<'project'>()
export const invitationId = id<'invitation'>()
export const apiKeyId = id<'api_key'>()

export type CityId = z.infer<typeof cityId>
export type OrganizationId = z.infer<typeof organizationId>
export type MemberId = z.infer<typeof memberId>
export type DeskId = z.infer<typeof deskId>
export type HelpRequestId = z.infer<typeof helpRequestId>
export type VisitId = z.infer<typeof visitId>
export type SealingKeyId = z.infer<typeof sealingKeyId>
export type FollowUpId = z.infer<typeof followUpId>
export type GroupContactId = z.infer<typeof groupContactId>
export type WordKeyId = z.infer<typeof wordKeyId>
export type SealedWordsId = z.infer<typeof sealedWordsId>
export type CoachingCaseId = z.infer<typeof coachingCaseId>
export type TrainingWishId = z.infer<typeof trainingWishId>
export type HandoverId = z.infer<typeof handoverId>
export type ClientId = z.infer<typeof clientId>
export type ClientCardId = z.infer<typeof clientCardId>
export type ClientAgreementId = z.infer<typeof clientAgreementId>
export type CardSheetId = z.infer<typeof cardSheetId>
export type DeviceId = z.infer<typeof deviceId>
export type QuarantinedVisitId = z.infer<typeof quarantinedVisitId>
export type PinId = z.infer<typeof pinId>
export type ImportId = z.infer<typeof importId>
export type AccountId = z.infer<typeof accountId>
export type ClosureId = z.infer<typeof closureId>
export type CalendarEventId = z.infer<typeof calendarEventId>
export type SnapshotId = z.infer<typeof snapshotId>
export type PublicationId = z.infer<typeof publicationId>
export type MailingId = z.infer<typeof mailingId>
export type ProjectId = z.infer<typeof projectId>
export type InvitationId = z.infer<typeof invitationId>
export type ApiKeyId = z.infer<typeof apiKeyId>
