const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * A name that may be written from right to left, as it stands within a sentence: what comes beside it keeps its place
 * (U+2068 and U+2069 keep the two apart). What is written as the sentence is stays as it is.
 */
export const isolate = (text: string): string => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text)
