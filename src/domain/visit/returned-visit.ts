import { z } from 'zod'
import { newFollowUp } from '../follow-up/follow-up.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { visit, visitRequest } from './visit.ts'

const words = z.string().nullable().default(null)
const code = z.string().default('not_asked')
const codes = z.array(z.string()).default([])
const { shape } = visit
const { shape: ofRequest } = visitRequest

const returnedRequest = z.object({
  id: ofRequest.id,
  theme: z.string(),
  subTheme: words,
  actions: codes,
  whoDidIt: code,
  outcome: code,
  barriers: codes,
  minutes: z.number().nullable().default(null),
  referredTo: words,
  tip: words,
  ownWords: words,
  mayQuote: ofRequest.mayQuote,
  unfinished: ofRequest.unfinished,
  followUps: z
    .array(newFollowUp.extend({ what: z.string(), dueOn: z.union([z.iso.date(), z.literal('')]) }))
    .optional(),
  note: z.string().nullable().optional(),
})

/** A visit that breaks a rule of its own form, as it goes back into the form of its author: with every word as it was typed. */
export const returnedVisit = z.object({
  id: shape.id,
  householdVisitId: shape.householdVisitId,
  clientId: shape.clientId,
  receivedAt: z.string(),
  deskId: z.string(),
  channel: code,
  origin: code,
  clientKind: code,
  askedBy: code,
  status: code,
  nationality: code,
  contactLanguage: code,
  languageHelp: code,
  neighbourhood: words,
  firstVisit: shape.firstVisit,
  requests: z.array(returnedRequest),
})
export type ReturnedVisit = z.infer<typeof returnedVisit>

/** What its author hears of it: `text_too_long`, `text_invisible`, what a rule of texts refuses, or `value_impossible`. */
export function refusalOfIssue(issue: z.core.$ZodIssue | undefined): Refusal {
  if (issue?.code === 'too_big' && issue.origin === 'string')
    return refuse('text_too_long', { most: Number(issue.maximum) })
  if (issue?.code === 'too_small' && issue.origin === 'string') return refuse('text_invisible')
  if (issue?.code === 'custom' && typeof issue.params?.refusal === 'string')
    return refuse(issue.params.refusal)
  return refuse('value_impossible')
}
