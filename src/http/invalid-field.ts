import type { z } from 'zod'
import { en, fr, nl } from 'zod/locales'
import type { Problem } from '../contract/problem.ts'
import type { StaffLanguage } from '../domain/language.ts'
import { translator } from '../text/translate.ts'

type Issue = z.core.$ZodIssue
type Fields = NonNullable<Problem['fields']>

const sentences = { nl: nl().localeError, fr: fr().localeError, en: en().localeError }

/** What does not have the form of the contract, by its place in what was sent (`given`), in the reader's language. */
export const invalidFields = (issues: readonly Issue[], given: unknown, language: StaffLanguage): Fields =>
  issues.flatMap((issue) => {
    const message = explain(issue, given, language)
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [undefined]
    return names.map((name) => ({
      path: [...issue.path, ...(name === undefined ? [] : [name])].join('.'),
      message,
    }))
  })

function explain(issue: Issue, given: unknown, language: StaffLanguage): string {
  // A rule of the contract that no schema library knows names its sentence.
  if (issue.code === 'custom' && typeof issue.params?.refusal === 'string')
    return translator(language)(`refusal:${issue.params.refusal}`)
  // because: the library writes its sentences before it knows whose they are, from the same issue with what was given
  const sentence = sentences[language]({ ...issue, input: valueAt(given, issue.path) } as z.core.$ZodRawIssue)
  return typeof sentence === 'string' ? sentence : (sentence?.message ?? issue.message)
}

const valueAt = (given: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    given,
  )
