import { addMonths, type LocalDate } from '../local-date.ts'

// Apart from the schemas in note.ts: the web app needs these, and need not carry a schema library for them.

export const mostNoteCharacters = 1000

/** Nothing that somebody notes about a person's affairs is kept for longer than this. */
export const noteMonths = 6

/** The day on which a note of today is erased at the latest: that day nobody can read it any more. */
export const latestErasure = (today: LocalDate): LocalDate => addMonths(today, noteMonths)
