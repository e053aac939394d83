import { createHmac } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import { readDraftKey } from '../../contract/draft-key.ts'
import type { CityId, MemberId } from '../../domain/id.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid } from '../problem.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'

const may = requireRight('drafts.keep')

export const draftKeyRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid }).openapi(
  { ...readDraftKey, middleware: [signedIn, may] as const },
  (c) => {
    const { member } = c.var.signedIn
    const key = draftKeyOf(c.var.services.secret, member.cityId, member.id)
    return c.json({ memberId: member.id, key: key.toString('base64') }, 200)
  },
)

/** Follows from the server's secret: the database holds nothing that opens a draft, and nothing has to be kept. */
const draftKeyOf = (secret: string, city: CityId, member: MemberId): Buffer =>
  createHmac('sha256', secret).update(`draft key ${city} ${member}`).digest()
