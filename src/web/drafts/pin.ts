import type { Session } from '../../contract/session.ts'
import { mostWrongPins } from '../../domain/people/pin.ts'
import { api, bodyOf, done, isProblem, ProblemAnswer, postPin } from '../api.ts'
import { newId } from '../new-id.ts'
import { deviceOf } from '../outbox/device.ts'
import { demandSignIn, forgetPinHere, rememberPinHere } from '../pins-here.ts'
import { askSession, atDesk, setRenewal } from '../session.ts'
import { importDraftKey } from './draft-key.ts'
import type { KeptPin, Wrapped } from './draft-store.ts'
import { keepOpened } from './opened-key.ts'
import { askPasskey, makePasskey } from './passkey.ts'
import { changePin, listPins, putPin, removePin, wipeMember } from './pin-store.ts'

const cipher = 'AES-GCM'
const encoder = new TextEncoder()
/** What OWASP asks of PBKDF2 with SHA-256: half a second on a tablet, and as long for each guess. */
const rounds = 600_000

/** Lets whoever is signed in come back on this device by a code. Rejects when the server does not answer. */
export async function setPin(session: Session, code: string): Promise<void> {
  const salt = newSalt()
  await keep(session, { salt }, await lockOf(code, salt))
}

/** The same by a passkey: `unable` where this browser or key gives no secret, `refused` when the person gave none. */
export async function setPasskey(session: Session): Promise<'set' | 'unable' | 'refused'> {
  const salt = newSalt()
  const made = await makePasskey(session, salt)
  if (typeof made === 'string') return made
  await keep(session, { salt, passkey: made.id }, made.lock)
  return 'set'
}

const newSalt = () => crypto.getRandomValues(new Uint8Array(32))

async function keep(
  { member, city }: Session,
  way: Pick<KeptPin, 'salt' | 'passkey'>,
  lock: CryptoKey,
): Promise<void> {
  const known = (await listPins()).find(({ memberId }) => memberId === member.id)
  const id = known?.id ?? newId()
  const [{ token }, { key }] = await Promise.all([
    bodyOf(api.pins[':id'].$put({ param: { id }, json: { deviceId: deviceOf(city.id).id } })),
    bodyOf(api['draft-key'].$get()),
  ])
  const [draftKey, wrapped] = await Promise.all([wrap(key, lock), wrap(token, lock)])
  await putPin({
    memberId: member.id,
    name: member.name,
    city,
    id,
    ...way,
    draftKey,
    token: wrapped,
    wrong: 0,
  })
  rememberPinHere(member.id)
}

/** Not by a code or passkey any more, on this device. Rejects while the server may still let somebody in by it. */
export async function endPin(memberId: string): Promise<void> {
  const pin = (await listPins()).find((one) => one.memberId === memberId)
  if (pin) await done(api.pins[':id'].$delete({ param: { id: pin.id } }))
  await forget(memberId)
}

/**
 * `in`: signed in. `away`: the code is right and the server does not answer. `over`: the code is right and opens nothing
 * any more. `wiped`: too many were wrong. `refused`: no passkey was given.
 */
export type Entry =
  | { readonly kind: 'in' | 'over' | 'wiped' | 'refused' }
  | { readonly kind: 'away'; readonly session: Session }
  | { readonly kind: 'wrong'; readonly left: number }

/** Tries a code. */
export async function enter(pin: KeptPin, code: string): Promise<Entry> {
  // Counted before it is made, so that none is made without being counted.
  const tries = (await changePin(pin.memberId, ({ wrong }) => ({ wrong: wrong + 1 })))?.wrong ?? 0
  const lock = await lockOf(code, pin.salt)
  const key = tries > 0 && tries <= mostWrongPins ? await unwrap(pin.draftKey, lock) : undefined
  if (key === undefined) {
    if (tries > 0 && tries < mostWrongPins) return { kind: 'wrong', left: mostWrongPins - tries }
    await wipeMember(pin.memberId)
    forgetPinHere(pin.memberId)
    demandSignIn(pin.memberId)
    // because: without a network their session ends as soon as there is one (session.ts)
    await askSession().catch(() => undefined)
    return { kind: 'wiped' }
  }
  await changePin(pin.memberId, () => ({ wrong: 0 }))
  return goOn(pin, key, lock)
}

/** Asks for the passkey. How often it may be tried, its keeper counts: the device itself, or a key on a key ring. */
export async function enterByPasskey(pin: KeptPin): Promise<Entry> {
  const lock = await askPasskey(pin)
  const key = lock && (await unwrap(pin.draftKey, lock))
  return lock && key !== undefined ? goOn(pin, key, lock) : { kind: 'refused' }
}

async function goOn(pin: KeptPin, key: string, lock: CryptoKey): Promise<Entry> {
  keepOpened(pin.memberId, await importDraftKey(key))
  try {
    await signIn(pin.memberId, lock)
    return { kind: 'in' }
  } catch (error) {
    if (isProblem(error, 'pin_over')) {
      await forget(pin.memberId)
      return { kind: 'over' }
    }
    if (error instanceof ProblemAnswer) throw error
    setRenewal(() => signIn(pin.memberId, lock))
    return { kind: 'away', session: awaySession(pin) }
  }
}

/** Each token opens once: the next one takes its place, under the same code. Of several tabs one after the other. */
const signIn = (memberId: string, lock: CryptoKey): Promise<void> =>
  navigator.locks.request('brugwijzer-code', () => useToken(memberId, lock))

async function useToken(memberId: string, lock: CryptoKey): Promise<void> {
  const pin = (await listPins()).find((one) => one.memberId === memberId)
  const token = pin && (await unwrap(pin.token, lock))
  if (!pin || token === undefined) throw new Error('the code is gone from this device')
  const next = await wrap(await postPin(token), lock)
  await changePin(memberId, () => ({ token: next }))
  setRenewal(undefined)
}

async function forget(memberId: string): Promise<void> {
  await removePin(memberId)
  forgetPinHere(memberId)
}

const awaySession = ({ memberId, name, city }: KeptPin): Session => {
  // because: the id is the one that the server gave when the code was set
  const id = memberId as Session['member']['id']
  return { email: '', member: { id, name, roles: [] }, city, cities: [city], rights: [atDesk] }
}

async function lockOf(code: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', encoder.encode(code), 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    { name: cipher, length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

async function wrap(text: string, lock: CryptoKey): Promise<Wrapped> {
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  return {
    nonce,
    closed: await crypto.subtle.encrypt({ name: cipher, iv: nonce }, lock, encoder.encode(text)),
  }
}

/** Undefined: the lock is another. */
async function unwrap({ nonce, closed }: Wrapped, lock: CryptoKey): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: cipher, iv: nonce }, lock, closed))
  } catch {
    return undefined
  }
}
