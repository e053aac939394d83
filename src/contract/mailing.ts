import { createRoute, z } from '@hono/zod-openapi'
import { mailingId, snapshotId } from '../domain/id.ts'
import { staffLanguage } from '../domain/language.ts'
import { letterState, longestMessage, mailedFormat, mostAddresses } from '../domain/report/mailing.ts'
import { addressMonths } from '../domain/report/mailing-erasure.ts'
import { reportAudience } from '../domain/report/report-format.ts'
import { writtenLines } from '../domain/written-text.ts'
import { emailAddress } from './invitation.ts'
import { personOnly, problems, writeProblems } from './problem.ts'

const wanted = z.object({
  audience: reportAudience.describe(
    'As whom the receivers read it; coordinator: to coordinators of the city only',
  ),
  language: staffLanguage,
  formats: z.array(mailedFormat).min(1).max(mailedFormat.options.length),
  message: writtenLines({ most: longestMessage }),
})

export const mailing = wanted
  .extend({
    id: mailingId,
    madeAt: z.iso.datetime(),
    madeBy: z.string(),
    erasedAt: z.iso
      .datetime()
      .nullable()
      .openapi({
        description: `When its addresses and message were erased: ${addressMonths} months after it`,
      }),
    letters: z.array(
      z.object({
        address: z.string().nullable(),
        state: letterState,
        failure: z.string().nullable().openapi({
          description:
            'mail_unreachable, mail_timeout, mail_sign_in, mail_refused, mail_too_large, mail_too_late, report_withdrawn',
        }),
        at: z.iso.datetime().nullable().openapi({ description: 'When it was accepted or refused' }),
      }),
    ),
  })
  .openapi('Mailing')

export type MailingAnswer = z.infer<typeof mailing>

const params = z.object({ id: snapshotId, mailingId })
const answer = (description: string) => ({
  description,
  content: { 'application/json': { schema: mailing } },
})

export const listMailings = createRoute({
  method: 'get',
  path: '/api/v1/snapshots/{id}/mailings',
  summary: 'To whom a frozen report was sent, newest first, and what became of each letter (coordinator)',
  request: { params: params.pick({ id: true }) },
  responses: {
    200: {
      description: 'All of them, and the addresses of the last mailing of the city for each audience',
      content: {
        'application/json': {
          schema: z.object({
            items: z.array(mailing),
            lastAddresses: z.partialRecord(reportAudience, z.array(z.string())),
          }),
        },
      },
    },
    ...problems,
  },
})

export const sendReport = createRoute({
  ...personOnly,
  method: 'put',
  path: '/api/v1/snapshots/{id}/mailings/{mailingId}',
  summary:
    'Send a frozen report by mail, a letter for each address; the id is yours, so that it is sent once however often you ask (coordinator)',
  request: {
    params,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: wanted.extend({ addresses: z.array(emailAddress).min(1).max(mostAddresses) }),
        },
      },
    },
  },
  responses: {
    200: answer('It was sent before'),
    201: answer('It is on its way'),
    ...writeProblems,
  },
})

export const retryMailing = createRoute({
  ...personOnly,
  method: 'post',
  path: '/api/v1/snapshots/{id}/mailings/{mailingId}/attempts',
  summary: 'Let the letters that failed go out once more (coordinator)',
  request: { params },
  responses: { 201: answer('They are on their way'), ...writeProblems },
})
