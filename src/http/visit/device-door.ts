import type { Context } from 'hono'
import { type DeviceProof, findDevice } from '../../db/visit/device-store.ts'
import { devicePass } from '../../domain/visit/device.ts'
import type { RequestEnv } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { doorOfAddress, passDoors } from '../sign-in/door.ts'
import { digestOf } from '../sign-in/one-time-token.ts'

/** What the device of this request says of itself; undefined when it says nothing that could be a device. */
export function readDevice(c: Context<RequestEnv>): DeviceProof | undefined {
  const pass = devicePass.safeParse(c.req.header('x-device') ?? '').data
  return pass && { id: pass.id, digest: digestOf(pass.secret) }
}

/** The device that asks, by itself. Ends the request of what is none: `device_unknown`; guesses close their door. */
export async function requireDevice(c: Context<RequestEnv>) {
  const proof = readDevice(c)
  const device = proof && (await findDevice(c.var.services.db, proof))
  if (device) return device
  await passDoors(c, [doorOfAddress(c, 'device')])
  throw new ProblemError(401, 'device_unknown')
}
