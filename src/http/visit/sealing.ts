import { createCipheriv, createDecipheriv, createHmac, randomBytes, webcrypto } from 'node:crypto'
import {
  nonceBytes,
  publicKeyBytes,
  sealedFor,
  sealPurpose,
  sealVersion,
} from '../../domain/visit/seal-form.ts'

const { subtle } = webcrypto
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
const cipher = 'aes-256-gcm'
const tagBytes = 16

export interface KeyPair {
  readonly publicKey: Buffer
  /** The private key as the database keeps it: nothing without the server's secret. */
  readonly wrappedKey: Buffer
}

/** A new pair for a city, its private half wrapped with what only this installation knows. */
export async function makeKeyPair(secret: string): Promise<KeyPair> {
  const pair = await subtle.generateKey(curve, true, ['deriveBits'])
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, wrappingKey(secret), nonce)
  const plain = Buffer.from(await subtle.exportKey('pkcs8', pair.privateKey))
  const wrapped = Buffer.concat([nonce, sealing.update(plain), sealing.final(), sealing.getAuthTag()])
  return { publicKey: Buffer.from(await subtle.exportKey('raw', pair.publicKey)), wrappedKey: wrapped }
}

const wrappingKey = (secret: string): Buffer => createHmac('sha256', secret).update('sealing keys').digest()

/**
 * What a device sealed for this visit to this key; undefined when it is not that: damaged, sealed to another key or for
 * another visit, or by a version that this server does not know.
 */
export async function openSealed(
  sealed: Buffer,
  { id, keyId, wrappedKey }: { readonly id: string; readonly keyId: string; readonly wrappedKey: Buffer },
  secret: string,
): Promise<string | undefined> {
  if (sealed[0] !== sealVersion) return undefined
  try {
    const key = await sharedKey(sealed.subarray(1, 1 + publicKeyBytes), unwrap(wrappedKey, secret))
    const rest = sealed.subarray(1 + publicKeyBytes)
    const content = await subtle.decrypt(
      {
        name: 'AES-GCM',
        iv: rest.subarray(0, nonceBytes),
        additionalData: Buffer.from(sealedFor(keyId, id)),
      },
      key,
      rest.subarray(nonceBytes),
    )
    return Buffer.from(content).toString()
  } catch {
    return undefined
  }
}

function unwrap(wrapped: Buffer, secret: string): Buffer {
  const opening = createDecipheriv(cipher, wrappingKey(secret), wrapped.subarray(0, nonceBytes))
  opening.setAuthTag(wrapped.subarray(-tagBytes))
  return Buffer.concat([opening.update(wrapped.subarray(nonceBytes, -tagBytes)), opening.final()])
}

async function sharedKey(theirs: Buffer, ours: Buffer) {
  const publicKey = await subtle.importKey('raw', theirs, curve, false, [])
  const privateKey = await subtle.importKey('pkcs8', ours, curve, false, ['deriveBits'])
  const shared = await subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256)
  const material = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: theirs,
    info: Buffer.from(sealPurpose),
  }
  return subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, ['decrypt'])
}
