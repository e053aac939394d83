import { createRoute, z } from '@hono/zod-openapi'
import { deviceId } from '../domain/id.ts'
import { localDate } from '../domain/local-date.ts'
import { deviceName, deviceSecret } from '../domain/visit/device.ts'
import { jsonBody, makingAnswers } from './making.ts'
import { ifMatch, personOnly, problems, writeProblems } from './problem.ts'

const registered = z.object({ id: deviceId, name: z.string() }).openapi('RegisteredDevice')

export const device = registered
  .extend({
    registeredBy: z.string().describe('Who worked on it first'),
    registeredAt: z.iso.datetime(),
    lastSeenOn: localDate.describe('The last day, in UTC, on which it opened the desk'),
    revokedAt: z.iso.datetime().nullable(),
    version: z.int(),
  })
  .openapi('Device')
export type DeviceAnswer = z.infer<typeof device>

/** With what a device says which one it is. */
export const deviceHeaders = z.object({
  'x-device': z
    .string()
    .max(120)
    .optional()
    .openapi({ description: 'Id and secret of the device, with a dot between them' }),
})

const one = z.object({ id: deviceId })
const json = { 'application/json': { schema: device } }

export const registerDevice = createRoute({
  ...personOnly,
  method: 'put',
  path: '/api/v1/devices/{id}',
  summary: 'Make this browser known to the city, and say that you are signed in on it',
  request: { params: one, body: jsonBody(z.object({ secret: deviceSecret })) },
  responses: {
    ...makingAnswers(registered, { made: 'Known from now on', again: 'It was known already' }),
    403: {
      ...problems[403],
      description: `${problems[403].description}; or it is revoked: \`device_revoked\``,
    },
  },
})

export const listDevices = createRoute({
  method: 'get',
  path: '/api/v1/devices',
  summary: 'The devices of the city, those in use first, by name',
  responses: {
    200: {
      description: 'The devices',
      content: { 'application/json': { schema: z.object({ items: z.array(device) }) } },
    },
    ...problems,
  },
})

export const renameDevice = createRoute({
  method: 'patch',
  path: '/api/v1/devices/{id}',
  summary: 'Give a device a name',
  request: { params: one, headers: ifMatch, body: jsonBody(z.object({ name: deviceName })) },
  responses: { 200: { description: 'As it is now', content: json }, ...writeProblems },
})

export const revokeDevice = createRoute({
  method: 'put',
  path: '/api/v1/devices/{id}/revocation',
  summary:
    'Revoke a device for ever: whoever is signed in there is signed out, and what waits there goes into quarantine',
  request: { params: one },
  responses: { 200: { description: 'As it is now', content: json }, ...problems },
})
