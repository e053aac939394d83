// Apart from the schemas in own-button.ts: the web app needs these, and need not carry a schema library for them.

export const mostButtons = 20
export const mostButtonCharacters = 40
