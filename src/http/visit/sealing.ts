import { webcrypto } from 'node:crypto'
import type { MessageId, SealingKeyId } from '../../domain/id.ts'
import { nonceBytes, publicKeyBytes, sealedFor, sealPurpose } from '../../domain/visit/seal-form.ts'
import { idOfNoted, readContent, readingOf, type SealedContent } from '../../domain/visit/sealed-visit.ts'
import { unwrapKey, wrapKey } from '../server/key-wrap.ts'

const { subtle } = webcrypto
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

export interface KeyPair {
  readonly publicKey: Buffer
  /** The private key as the database keeps it: nothing without the server's secret. */
  readonly wrappedKey: Buffer
}

/** A new pair for a city, its private half wrapped with what only this installation knows. */
export async function makeKeyPair(secret: string): Promise<KeyPair> {
  const pair = await subtle.generateKey(curve, true, ['deriveBits'])
  const plain = Buffer.from(await subtle.exportKey('pkcs8', pair.privateKey))
  return {
    publicKey: Buffer.from(await subtle.exportKey('raw', pair.publicKey)),
    wrappedKey: wrapKey(plain, secret, 'sealing keys'),
  }
}

/** Something sealed, with what stands outside its seal. */
export interface Sealed {
  readonly id: MessageId
  readonly keyId: SealingKeyId
  readonly bytes: Buffer
}

/**
 * What a device sealed, with its author. `newer`: by a web app that is newer than this server. Undefined when it is
 * not that: damaged, sealed to another key or as another message, or by a version that is no longer read.
 */
export async function openSealed(
  { id, keyId, bytes }: Sealed,
  wrappedKey: Buffer | undefined,
  secret: string,
): Promise<SealedContent | 'newer' | undefined> {
  const version = bytes[0] ?? 0
  const reading = readingOf(version)
  if (reading !== 'readable') return reading === 'newer' ? reading : undefined
  const key = wrappedKey && unwrapKey(wrappedKey, secret, 'sealing keys')
  const text = key && (await unseal(bytes, key, sealedFor(keyId, id)).catch(() => undefined))
  const content = text === undefined ? undefined : readContent(version, text)
  return content && idOfNoted(content.noted) === id ? content : undefined
}

async function unseal(bytes: Buffer, privateKey: Buffer, outside: string): Promise<string> {
  const key = await sharedKey(bytes.subarray(1, 1 + publicKeyBytes), privateKey)
  const rest = bytes.subarray(1 + publicKeyBytes)
  const iv = rest.subarray(0, nonceBytes)
  const content = await subtle.decrypt(
    { name: 'AES-GCM', iv, additionalData: Buffer.from(outside) },
    key,
    rest.subarray(nonceBytes),
  )
  return Buffer.from(content).toString()
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
