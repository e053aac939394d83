import { OpenAPIHono } from '@hono/zod-openapi'
import { codeListRoutes } from './code-list-routes.ts'
import { importChangeRoutes } from './import/import-change-routes.ts'
import { importDecisionRoutes } from './import/import-decision-routes.ts'
import { importRoutes } from './import/import-routes.ts'
import { importTaskRoutes } from './import/import-task-routes.ts'
import { calendarRoutes } from './places/calendar-routes.ts'
import { closureRoutes } from './places/closure-routes.ts'
import { deskRoutes } from './places/desk-routes.ts'
import { reportRoutes } from './report-routes.ts'
import { helpRequestRoutes } from './request/help-request-routes.ts'
import { requestChoiceRoutes } from './request/request-choice-routes.ts'
import { requestRecordRoutes } from './request/request-record-routes.ts'
import { requestViewRoutes } from './request/request-view-routes.ts'
import { sessionRoutes } from './sign-in/session-routes.ts'
import { snapshotRoutes } from './snapshot-routes.ts'

/** OpenAPI 3.1 of everything under /api/v1, made from the declarations in contract/. */
export const openApiDocument = () =>
  new OpenAPIHono()
    .route('/', sessionRoutes)
    .route('/', codeListRoutes)
    .route('/', helpRequestRoutes)
    .route('/', requestRecordRoutes)
    .route('/', requestViewRoutes)
    .route('/', requestChoiceRoutes)
    .route('/', reportRoutes)
    .route('/', snapshotRoutes)
    .route('/', deskRoutes)
    .route('/', calendarRoutes)
    .route('/', closureRoutes)
    .route('/', importRoutes)
    .route('/', importTaskRoutes)
    .route('/', importDecisionRoutes)
    .route('/', importChangeRoutes)
    .getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Brugwijzer', version: '1' } })
