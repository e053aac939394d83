import { mostSealedTogether } from '../../domain/visit/seal-form.ts'
import { api, bodyOf, postSignOut } from '../api.ts'
import { paths } from '../paths.ts'
import { type Device, deviceHeader, knownDevices } from './device.ts'
import { alone, changeWaiting, listWaiting, type Waiting } from './outbox-store.ts'
import { base64Of } from './seal.ts'
import { wipeBrowser } from './wipe.ts'

type Which = (one: Waiting) => boolean

/**
 * Gives the city what waits here in the name of whoever may not send it any more; what it keeps for its author stays. A device
 * that was revoked gives everything, and is then wiped. Nobody need be signed in.
 */
export async function handOver(which: Which = () => true): Promise<void> {
  for (const device of knownDevices()) if (await alone(() => handOverTo(device, which))) return leave()
}

/** Whether this device was revoked and everything that it could give has arrived. */
async function handOverTo(device: Device, which: Which): Promise<boolean> {
  const { isRevoked } = await post(device, [])
  const all = await listWaiting()
  const due = isRevoked ? all : all.filter(which)
  for (let from = 0; from < due.length; from += mostSealedTogether) {
    const { items } = await post(device, due.slice(from, from + mostSealedTogether))
    for (const { id, state } of items) if (state === 'received') await changeWaiting(id, () => 'gone')
  }
  return isRevoked
}

const post = (device: Device, waiting: readonly Waiting[]) =>
  bodyOf(
    api['quarantined-visits'].$post({
      header: deviceHeader(device),
      json: {
        sentAt: new Date().toISOString(),
        items: waiting.map(({ id, keyId, memberId, sealed, withdrawnFor }) => ({
          id,
          keyId,
          memberId,
          sealed: base64Of(sealed),
          ...(withdrawnFor === undefined ? {} : { withdrawnFor }),
        })),
      },
    }),
  )

async function leave(): Promise<never> {
  await wipeBrowser()
  // because: whoever was signed in here is signed out already
  await postSignOut().catch(() => undefined)
  // What this page still remembers until it goes.
  addEventListener('pagehide', () => localStorage.clear())
  location.replace(`${paths.signIn}?${new URLSearchParams({ revoked: 'true' })}`)
  // Whoever waits for this would open the store again that is gone.
  return new Promise(() => undefined)
}
