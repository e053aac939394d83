import { OpenAPIHono } from '@hono/zod-openapi'
import { apiIntroduction } from './api-introduction.ts'
import { clientCardRoutes } from './client/client-card-routes.ts'
import { clientFileRoutes } from './client/client-file-routes.ts'
import { clientRoutes } from './client/client-routes.ts'
import { clientWordsRoutes } from './client/client-words-routes.ts'
import { coachingRoutes } from './coaching/coaching-routes.ts'
import { handoverRoutes } from './coaching/handover-routes.ts'
import { teamRoutes } from './coaching/team-routes.ts'
import { codeListRoutes } from './code-list-routes.ts'
import { followUpRoutes } from './follow-up/follow-up-routes.ts'
import { importChangeRoutes } from './import/import-change-routes.ts'
import { importDecisionRoutes } from './import/import-decision-routes.ts'
import { importRoutes } from './import/import-routes.ts'
import { importTaskRoutes } from './import/import-task-routes.ts'
import { mailingRoutes } from './mailing-routes.ts'
import { noteRoutes } from './note/note-routes.ts'
import { apiKeyRoutes } from './people/api-key-routes.ts'
import { invitationRoutes } from './people/invitation-routes.ts'
import { memberRoutes } from './people/member-routes.ts'
import { organizationRoutes } from './people/organization-routes.ts'
import { presenceRoutes } from './people/presence-routes.ts'
import { rosterRoutes } from './people/roster-routes.ts'
import { calendarRoutes } from './places/calendar-routes.ts'
import { closureRoutes } from './places/closure-routes.ts'
import { deskRoutes } from './places/desk-routes.ts'
import { populationRoutes } from './population-routes.ts'
import { projectRoutes } from './project-routes.ts'
import { publicationRoutes } from './publication-routes.ts'
import { reportPageRoutes } from './report-page-routes.ts'
import { reportRoutes } from './report-routes.ts'
import { reportTextRoutes } from './report-text-routes.ts'
import { helpRequestRoutes } from './request/help-request-routes.ts'
import { requestChoiceRoutes } from './request/request-choice-routes.ts'
import { requestExportRoutes } from './request/request-export-routes.ts'
import { requestRecordRoutes } from './request/request-record-routes.ts'
import { requestViewRoutes } from './request/request-view-routes.ts'
import { pinRoutes } from './sign-in/pin-routes.ts'
import { sessionRoutes } from './sign-in/session-routes.ts'
import { keyHeader, sessionCookie } from './sign-in/signed-in.ts'
import { snapshotRoutes } from './snapshot-routes.ts'
import { storyRoutes } from './story-routes.ts'
import { deviceRoutes } from './visit/device-routes.ts'
import { draftKeyRoutes } from './visit/draft-key-routes.ts'
import { groupContactRoutes } from './visit/group-contact-routes.ts'
import { ownButtonRoutes } from './visit/own-button-routes.ts'
import { quarantineRoutes } from './visit/quarantine-routes.ts'
import { sealedVisitRoutes } from './visit/sealed-visit-routes.ts'
import { visitRoutes } from './visit/visit-routes.ts'

/** OpenAPI 3.1 of everything under /api/v1, made from the declarations in contract/. */
export const openApiDocument = () =>
  withBodyLimit(
    withSecurity(
      contract().getOpenAPI31Document({
        openapi: '3.1.0',
        info: { title: 'Brugwijzer', version: '1', description: apiIntroduction.join('\n\n') },
      }),
    ),
  )

const contract = () =>
  new OpenAPIHono()
    .route('/', sessionRoutes)
    .route('/', pinRoutes)
    .route('/', codeListRoutes)
    .route('/', visitRoutes)
    .route('/', sealedVisitRoutes)
    .route('/', ownButtonRoutes)
    .route('/', groupContactRoutes)
    .route('/', followUpRoutes)
    .route('/', clientCardRoutes)
    .route('/', clientRoutes)
    .route('/', clientFileRoutes)
    .route('/', clientWordsRoutes)
    .route('/', deviceRoutes)
    .route('/', quarantineRoutes)
    .route('/', draftKeyRoutes)
    .route('/', helpRequestRoutes)
    .route('/', requestRecordRoutes)
    .route('/', noteRoutes)
    .route('/', coachingRoutes)
    .route('/', teamRoutes)
    .route('/', handoverRoutes)
    .route('/', requestViewRoutes)
    .route('/', requestExportRoutes)
    .route('/', requestChoiceRoutes)
    .route('/', reportTextRoutes)
    .route('/', storyRoutes)
    .route('/', reportRoutes)
    .route('/', reportPageRoutes)
    .route('/', snapshotRoutes)
    .route('/', publicationRoutes)
    .route('/', mailingRoutes)
    .route('/', projectRoutes)
    .route('/', populationRoutes)
    .route('/', deskRoutes)
    .route('/', calendarRoutes)
    .route('/', closureRoutes)
    .route('/', importRoutes)
    .route('/', importTaskRoutes)
    .route('/', importDecisionRoutes)
    .route('/', importChangeRoutes)
    .route('/', presenceRoutes)
    .route('/', rosterRoutes)
    .route('/', memberRoutes)
    .route('/', organizationRoutes)
    .route('/', invitationRoutes)
    .route('/', apiKeyRoutes)
    .route('/', importChangeRoutes)

type Document = ReturnType<ReturnType<typeof contract>['getOpenAPI31Document']>

const operationsOf = (document: Document) =>
  Object.values(document.paths ?? {})
    .flatMap((item) => [item.get, item.post, item.put, item.patch, item.delete])
    .filter((operation) => operation !== undefined)

/** The server asks it of every body, before any route. */
function withBodyLimit(document: Document): Document {
  const schema = { $ref: '#/components/schemas/Problem' }
  const tooLarge = {
    description:
      'The body is too large, over a mebibyte for most: code `too_large`; a spreadsheet `import_file_too_large`, a recording `recording_too_large`',
    content: { 'application/problem+json': { schema } },
  }
  for (const { requestBody, responses } of operationsOf(document))
    if (requestBody && responses) responses['413'] ??= tooLarge
  return document
}

/** A person comes with the cookie of a session, a program with a key, a device by itself; what needs none says so. */
function withSecurity(document: Document): Document {
  const security = [{ session: [] }, { key: [] }]
  for (const operation of operationsOf(document))
    operation.security ??= operation.responses?.['401'] ? security : []
  const securitySchemes = {
    session: { type: 'apiKey', in: 'cookie', name: sessionCookie('') },
    key: { type: 'apiKey', in: 'header', name: keyHeader },
    device: { type: 'apiKey', in: 'header', name: 'x-device' },
  } as const
  return { ...document, components: { ...document.components, securitySchemes } }
}
