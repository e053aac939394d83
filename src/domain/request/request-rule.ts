import { unanswered } from '../code-list/code-list.ts'
import type { DeskId } from '../id.ts'
import { countryCodes } from '../import/import-country.ts'
import { languageCodes } from '../import/import-language.ts'
import { hasRegisterNumber } from '../import/register-number.ts'
import type { LocalDate } from '../local-date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { choicesOf, type ListedField, listOfFact, type OfferedCode } from './offered-code.ts'
import { differencesOf, type FieldChange } from './request-difference.ts'
import type { FactValue, RequestFacts } from './request-fact.ts'
import type { LocalMoment } from './request-record.ts'

/** A desk and the last day on which it was one; null = it still is. */
export interface DeskInUse {
  readonly id: DeskId
  readonly lastDay: LocalDate | null
}

export const isDeskOn = ({ lastDay }: Pick<DeskInUse, 'lastDay'>, day: LocalDate): boolean =>
  lastDay === null || day <= lastDay

/** What a corrected request is held against. */
export interface RequestRules {
  readonly codes: readonly OfferedCode[]
  readonly desks: readonly DeskInUse[]
  readonly now: LocalMoment
  /** Whether the sensitive codes are this person's to choose, and what somebody said is theirs to read. */
  readonly maySeeSensitive: boolean
}

/**
 * Refuses a correction that makes no sense: a moment that is still to come (`received_future`) or after
 * the last day of its desk (`desk_retired`), a desk (`desk_unknown`) or code (`code_unknown`) that cannot be chosen, a sub-theme of another theme (`sub_theme_elsewhere`), a national
 * register number in what is typed (`register_number`). What does not change is never refused: a code that was retired
 * stays valid where it stands.
 */
export function checkCorrection(
  before: RequestFacts,
  after: RequestFacts,
  rules: RequestRules,
): Refusal | undefined {
  for (const change of differencesOf(before, after)) {
    const refusal = checkChange(change, before, after, rules)
    if (refusal) return refusal
  }
  return undefined
}

function checkChange(
  { field, to }: FieldChange,
  before: RequestFacts,
  after: RequestFacts,
  rules: RequestRules,
): Refusal | undefined {
  switch (field) {
    case 'receivedOn':
      return checkMoment(field, after, rules) ?? checkLastDay(after, rules)
    case 'receivedTime':
      return checkMoment(field, after, rules)
    case 'deskId':
      return rules.desks.some((desk) => desk.id === to && isDeskOn(desk, after.receivedOn))
        ? undefined
        : refuse('desk_unknown', { field })
    case 'ownWords':
    case 'mayQuote':
      return rules.maySeeSensitive ? checkTyped(field, to) : refuse('forbidden', { field })
    case 'neighbourhood':
    case 'referredTo':
    case 'tip':
      return checkTyped(field, to)
    case 'theme':
    case 'subTheme':
      return checkTheme(before, after, rules)
    case 'nationality':
      return isNationality(after.nationality) ? undefined : refuse('code_unknown', { field })
    case 'firstVisit':
    case 'minutes':
    case 'voided':
    case 'guideId':
      return undefined
    default:
      return checkListed(field, before, after, rules)
  }
}

const checkTyped = (field: string, to: FactValue): Refusal | undefined =>
  hasRegisterNumber(String(to)) ? refuse('register_number', { field }) : undefined

const checkMoment = (field: string, after: RequestFacts, { now }: RequestRules): Refusal | undefined =>
  isStillToCome(after, now) ? refuse('received_future', { field }) : undefined

const isStillToCome = ({ receivedOn, receivedTime }: RequestFacts, now: LocalMoment): boolean =>
  receivedOn > now.on || (receivedOn === now.on && receivedTime !== null && receivedTime > now.time)

function checkLastDay({ deskId, receivedOn }: RequestFacts, { desks }: RequestRules): Refusal | undefined {
  const desk = desks.find(({ id }) => id === deskId)
  return desk?.lastDay && !isDeskOn(desk, receivedOn)
    ? refuse('desk_retired', { field: 'receivedOn', date: desk.lastDay })
    : undefined
}

function checkTheme(before: RequestFacts, after: RequestFacts, rules: RequestRules): Refusal | undefined {
  const isTheme = (code: string) =>
    choicesOf('theme', rules).some((item) => item.code === code && !item.parent)
  if (after.theme !== before.theme && !isTheme(after.theme)) return refuse('code_unknown', { field: 'theme' })
  if (after.subTheme === null) return undefined
  const sub = rules.codes.find(({ list, code }) => list === 'theme' && code === after.subTheme)
  if (sub?.parent !== after.theme && (sub || after.theme !== before.theme))
    return refuse('sub_theme_elsewhere', { field: 'subTheme' })
  const isChoice = choicesOf('theme', rules).some(({ code, parent }) => code === after.subTheme && parent)
  return after.subTheme === before.subTheme || isChoice
    ? undefined
    : refuse('code_unknown', { field: 'subTheme' })
}

export const isNationality = (code: string): boolean =>
  code === 'stateless' || isUnanswered(code) || countryCodes.includes(code)

/** Whether a request says what was done and what came of it: one that was noted in one tap is then no longer unfinished. */
export const isFinished = ({ actions, outcome }: Pick<RequestFacts, 'actions' | 'outcome'>): boolean =>
  actions.length > 0 && !isUnanswered(outcome)

export const isUnanswered = (code: string): boolean => unanswered.some((none) => none === code)

function checkListed(
  field: ListedField,
  before: RequestFacts,
  after: RequestFacts,
  rules: RequestRules,
): Refusal | undefined {
  const choices = new Set(choicesOf(listOfFact[field], rules).map(({ code }) => code))
  const isChoice = (code: string) =>
    choices.has(code) || [before[field]].flat().includes(code) || isChoiceBesideList(field, code, rules)
  return [after[field]].flat().every(isChoice) ? undefined : refuse('code_unknown', { field })
}

const isChoiceBesideList = (field: ListedField, code: string, { codes }: RequestRules): boolean => {
  if (field === 'actions' || field === 'barriers') return false
  if (isUnanswered(code)) return true
  // A language that the city has retired is no longer "another language" either.
  const isListed = codes.some((item) => item.list === 'contact_language' && item.code === code)
  return field === 'contactLanguage' && !isListed && isWorldLanguage(code)
}

export const isWorldLanguage = (code: string): boolean =>
  languageCodes.some((language) => language.code === code)
