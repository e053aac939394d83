// Apart from the schemas in coaching.ts: the web app needs these, and need not carry a schema library for them.

export const mostQuestionCharacters = 300
export const mostAnswerCharacters = 1000
export const mostWishCharacters = 140
export const mostReasonCharacters = 140

/** Over how many days a team's hard themes are counted: what is still in everybody's mind. */
export const hardThemeDays = 56

/** How many themes a team talks about. */
export const mostHardThemes = 6
