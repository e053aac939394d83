import { type Refusal, refuse } from '../refusal.ts'

/** How whoever holds the link of an invitation gets in: with a new password, or with the one that the account has. */
export type JoiningWay = 'new_password' | 'known_password'

/** What of an account says whose it is. */
export interface Ownership {
  /** Its password was set by whoever reads its mail, or on the machine itself. */
  readonly isVerified: boolean
  readonly passwordHash: string | null
}

/**
 * An account is one person in every city, so no city may take it over (docs/decisions/0013-one-account-many-cities.md). Only a link
 * that travelled by mail alone sets the password of an account that is there, and then only of one that its owner never
 * had. Refuses the others: `link_needs_mail`.
 */
export function joiningWay(
  link: { readonly isMailed: boolean },
  account: Ownership | undefined,
): JoiningWay | Refusal {
  if (!account) return 'new_password'
  if (account.isVerified && account.passwordHash !== null) return 'known_password'
  return link.isMailed ? 'new_password' : refuse('link_needs_mail')
}
