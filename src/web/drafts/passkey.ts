import type { Session } from '../../contract/session.ts'
import type { KeptPin } from './draft-store.ts'

/** Those that every keeper of passkeys knows: ES256 and RS256 (IANA, COSE algorithms). */
const algorithms = [-7, -257]
const patience = 120_000

/** WebAuthn asks for a name of the site: a browser gives no passkey on a bare address. */
export const mayHavePasskey = (): boolean =>
  isSecureContext && 'PublicKeyCredential' in globalThis && !/^[\d.]+$|:/.test(location.hostname)

/**
 * Makes a passkey and the lock that comes out of it (WebAuthn level 3, extension prf). The server is not asked: the passkey
 * opens what is kept on this device, and nothing elsewhere. `unable`: it gives no secret.
 */
export async function makePasskey(
  { member, email }: Session,
  salt: Uint8Array<ArrayBuffer>,
): Promise<{ readonly id: ArrayBuffer; readonly lock: CryptoKey } | 'unable' | 'refused'> {
  const made = await given(
    navigator.credentials.create({
      publicKey: {
        challenge: random(),
        rp: { name: 'Brugwijzer' },
        user: { id: random(), name: email, displayName: member.name },
        pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { userVerification: 'required' },
        timeout: patience,
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  )
  if (!made) return 'refused'
  const { prf } = made.getClientExtensionResults()
  if (!prf?.enabled) return 'unable'
  // Some give the secret when it is made, others only when it is asked for.
  const lock = prf.results ? await lockOf(prf.results.first) : await askPasskey({ passkey: made.rawId, salt })
  return lock ? { id: made.rawId, lock } : 'refused'
}

/** Undefined when the person gave none, or another. */
export async function askPasskey({
  passkey,
  salt,
}: Pick<KeptPin, 'passkey' | 'salt'>): Promise<CryptoKey | undefined> {
  if (!passkey) return undefined
  const shown = await given(
    navigator.credentials.get({
      publicKey: {
        challenge: random(),
        allowCredentials: [{ type: 'public-key', id: passkey }],
        userVerification: 'required',
        timeout: patience,
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  )
  const secret = shown?.getClientExtensionResults().prf?.results?.first
  return secret && lockOf(secret)
}

const random = () => crypto.getRandomValues(new Uint8Array(32))

/** Undefined when the person put it off, or let the time pass. */
async function given(asked: Promise<Credential | null>): Promise<PublicKeyCredential | undefined> {
  try {
    const credential = await asked
    return credential instanceof PublicKeyCredential ? credential : undefined
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotAllowedError') return undefined
    throw error
  }
}

async function lockOf(secret: BufferSource): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: new Uint8Array(),
      info: new TextEncoder().encode('brugwijzer lock'),
    },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}
