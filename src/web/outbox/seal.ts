import {
  messageVersion,
  nonceBytes,
  publicKeyBytes,
  sealedFor,
  sealPurpose,
} from '../../domain/visit/seal-form.ts'

/** The public key of the city, as the server gives it. */
export interface PublicKey {
  readonly id: string
  /** Base64. */
  readonly publicKey: string
}

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

/** Whether this page can seal: browsers give it to https and to this very machine only. */
export const canSeal = (): boolean => 'subtle' in crypto

/** Seals a text to the city's key (domain/visit/seal-form.ts): this device cannot open it again. */
export async function seal(text: string, id: string, to: PublicKey): Promise<Uint8Array<ArrayBuffer>> {
  const { subtle } = crypto
  const theirs = await subtle.importKey('raw', bytesOf(to.publicKey), curve, false, [])
  const pair = await subtle.generateKey(curve, true, ['deriveBits'])
  const ours = new Uint8Array(await subtle.exportKey('raw', pair.publicKey))
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, pair.privateKey, 256)
  const material = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const encoder = new TextEncoder()
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: ours, info: encoder.encode(sealPurpose) },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  )
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const additionalData = encoder.encode(sealedFor(to.id, id))
  const closed = await subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData },
    key,
    encoder.encode(text),
  )
  const bytes = new Uint8Array(1 + publicKeyBytes + nonceBytes + closed.byteLength)
  bytes.set([messageVersion])
  bytes.set(ours, 1)
  bytes.set(nonce, 1 + publicKeyBytes)
  bytes.set(new Uint8Array(closed), 1 + publicKeyBytes + nonceBytes)
  return bytes
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

export const base64Of = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
