import { uuidOf } from '../domain/uuid.ts'

/** An id that this browser makes: what is sent twice is then written once. */
export const newId = (): string => uuidOf(Date.now(), crypto.getRandomValues(new Uint8Array(16)))
