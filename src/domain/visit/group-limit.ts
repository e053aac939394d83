// Apart from the schema in group-contact.ts: the web app needs these, and need not carry a schema library for them.

export const fewestInGroup = 2
export const mostInGroup = 2000

/** The newest so many are listed at once. */
export const mostGroupsListed = 200
