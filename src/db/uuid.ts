import { randomBytes } from 'node:crypto'
import { uuidOf } from '../domain/uuid.ts'

/** A UUIDv7 of now. */
export const makeUuid = (now = Date.now()): string => uuidOf(now, randomBytes(16))
