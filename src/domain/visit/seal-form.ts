// Apart from the schemas in sealed-visit.ts: the web app needs these, and need not carry a schema library for them.

/**
 * How what waits on a device is sealed: a new P-256 key for each one, ECDH with the city's public key, HKDF-SHA-256
 * to an AES-256-GCM key. The bytes: the version of the message, the new public key (65), the nonce (12), what is sealed
 * with its tag (16).
 */
export const messageVersion = 2
export const publicKeyBytes = 65
export const nonceBytes = 12

/** What both sides derive the key for. */
export const sealPurpose = 'brugwijzer visit'

/** What is not secret but must be what it was: which key, and which message. */
export const sealedFor = (keyId: string, id: string): string => `${keyId} ${id}`

/** How many are sent together. */
export const mostSealedTogether = 20
