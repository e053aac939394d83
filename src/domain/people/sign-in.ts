/**
 * Guessing passwords is limited per door, not per person: whoever hammers at somebody's account closes the own door
 * and nobody else's (docs/decisions/0006-sign-in-attempts.md). A device on which this person has signed in before
 * has a door of its own, so even a neighbour behind the same address cannot lock them out.
 */
export const signInDoors = {
  /** A device that has signed in to this account before. */
  known_device: { failures: 10, minutes: 15 },
  /** One network address trying one account. */
  stranger: { failures: 5, minutes: 15 },
  /** One network address trying any account; known devices do not pass here. */
  address: { failures: 60, minutes: 15 },
  /** One network address trying links of invitations and forgotten passwords. */
  link: { failures: 20, minutes: 15 },
  /** One network address trying keys of programs. */
  api_key: { failures: 60, minutes: 15 },
  /** Somebody signed in who tries codes of cards. */
  card: { failures: 10, minutes: 15 },
  /** One network address trying to be a device. */
  device: { failures: 60, minutes: 15 },
  /** One network address trying to come back by a code. */
  pin: { failures: 20, minutes: 15 },
  /** One network address asking for new passwords. */
  forgotten: { failures: 10, minutes: 15 },
  /** Mails with a link to one mailbox, whoever asks: no mailbox is flooded. The links that it has still open. */
  mailbox: { failures: 3, minutes: 60 },
} as const satisfies Record<string, { failures: number; minutes: number }>

export type SignInDoor = keyof typeof signInDoors

/** A working day: on a shared desk nobody stays signed in overnight. */
export const sessionHours = 12

export const passwordLength = { least: 12, most: 128 } as const
