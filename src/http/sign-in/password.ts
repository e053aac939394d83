import { hashPassword as hash } from 'better-auth/crypto'
import { passwordLength } from '../../domain/people/sign-in.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'

/** better-auth's own form (scrypt). Refuses one that is too short or too long: `password_length`. */
export async function hashPassword(password: string): Promise<string | Refusal> {
  const { least, most } = passwordLength
  if (password.length < least || password.length > most) return refuse('password_length', { least, most })
  return hash(password)
}
