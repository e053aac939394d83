import type { CodeListItem, CodeListName } from '../code-list/code-list.ts'
import { checkFollowUp } from '../follow-up/follow-up.ts'
import { hasRegisterNumber } from '../import/register-number.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type ListedField, listOfFact } from '../request/offered-code.ts'
import { type PersonalKind, personalKindsIn } from '../request/personal-text.ts'
import { isNationality, isUnanswered, isWorldLanguage } from '../request/request-rule.ts'
import type { Visit, VisitRequest } from './visit.ts'

type Code = Pick<CodeListItem, 'list' | 'code' | 'parent'>

/** Every code that a city ever had, for looking one up. */
export class CodeRegister {
  readonly #parents: ReadonlyMap<string, string | null>

  constructor(codes: readonly Code[]) {
    this.#parents = new Map(codes.map(({ list, code, parent }) => [`${list} ${code}`, parent]))
  }

  has(list: CodeListName, code: string): boolean {
    return this.#parents.has(`${list} ${code}`)
  }

  /** Undefined: there is no such code. */
  parentOf(list: CodeListName, code: string): string | null | undefined {
    return this.#parents.get(`${list} ${code}`)
  }
}

/**
 * Refuses a visit that makes no sense, naming the field: a code that the city never had (`code_unknown`), a sub-theme of
 * another theme (`sub_theme_elsewhere`), a request without an action or a result that does not say that it is unfinished
 * (`action_missing`, `outcome_missing`), the same request twice (`id_taken`), a national register number in what is typed
 * (`register_number`). A code that was retired since is accepted: a device that was offline could not know.
 */
export function checkVisit(visit: Visit, codes: CodeRegister): Refusal | undefined {
  const ids = new Set(visit.requests.map(({ id }) => id))
  if (ids.size < visit.requests.length) return refuse('id_taken', { field: 'requests' })
  const refusal = checkPerson(visit, codes)
  if (refusal) return refusal
  for (const [place, request] of visit.requests.entries()) {
    const refused = checkRequest(request, codes)
    if (refused) return refuse(refused.code, { field: `requests.${place}.${refused.details.field}` })
  }
  return undefined
}

const personFields = ['channel', 'origin', 'clientKind', 'askedBy', 'status', 'languageHelp'] as const

function checkPerson(visit: Visit, codes: CodeRegister): Refusal | undefined {
  const unknown = personFields.find((field) => !isKnown(field, visit[field], codes))
  if (unknown) return refuse('code_unknown', { field: unknown })
  if (!isNationality(visit.nationality)) return refuse('code_unknown', { field: 'nationality' })
  if (!isKnown('contactLanguage', visit.contactLanguage, codes) && !isWorldLanguage(visit.contactLanguage))
    return refuse('code_unknown', { field: 'contactLanguage' })
  return checkTyped(visit, typedOfVisit)
}

function checkRequest(request: VisitRequest, codes: CodeRegister): Refusal | undefined {
  const { actions, barriers, outcome, unfinished } = request
  const refusal = checkQuestion(request, codes)
  if (refusal) return refusal
  if (!barriers.every((code) => codes.has('barrier', code)))
    return refuse('code_unknown', { field: 'barriers' })
  if (!unfinished && actions.length === 0) return refuse('action_missing', { field: 'actions' })
  if (!unfinished && isUnanswered(outcome)) return refuse('outcome_missing', { field: 'outcome' })
  const toDo = request.followUps?.findIndex((followUp) => checkFollowUp(followUp)) ?? -1
  if (toDo >= 0) return refuse('register_number', { field: `followUps.${toDo}.what` })
  return checkTyped(request, typedOfRequest)
}

type Question = Pick<VisitRequest, 'theme' | 'subTheme' | 'actions' | 'whoDidIt' | 'outcome'>

/** Refuses a code that the city never had (`code_unknown`) and a sub-theme of another theme (`sub_theme_elsewhere`). */
export function checkQuestion(question: Question, codes: CodeRegister): Refusal | undefined {
  const { theme, subTheme, actions } = question
  if (codes.parentOf('theme', theme) !== null) return refuse('code_unknown', { field: 'theme' })
  if (subTheme !== null && codes.parentOf('theme', subTheme) !== theme)
    return refuse(codes.has('theme', subTheme) ? 'sub_theme_elsewhere' : 'code_unknown', {
      field: 'subTheme',
    })
  if (!actions.every((code) => codes.has('action', code))) return refuse('code_unknown', { field: 'actions' })
  const unknown = (['whoDidIt', 'outcome'] as const).find((field) => !isKnown(field, question[field], codes))
  return unknown && refuse('code_unknown', { field: unknown })
}

const typedOfVisit = ['neighbourhood'] as const
const typedOfRequest = ['referredTo', 'tip', 'ownWords', 'note'] as const

/** What in the typed text of a visit may lead to a person, by the path of its field; it is told, not refused. */
export function personalTextsIn(visit: Visit): { readonly field: string; readonly kinds: PersonalKind[] }[] {
  const texts = [
    ...typedOfVisit.map((field) => ({ field, text: visit[field] })),
    ...visit.requests.flatMap((request, place) => [
      ...typedOfRequest.map((field) => ({ field: `requests.${place}.${field}`, text: request[field] })),
      ...(request.followUps ?? []).map(({ what }, at) => ({
        field: `requests.${place}.followUps.${at}.what`,
        text: what,
      })),
    ]),
  ]
  return texts
    .map(({ field, text }) => ({ field, kinds: personalKindsIn(text ?? '') }))
    .filter(({ kinds }) => kinds.length > 0)
}

const isKnown = (field: ListedField, code: string, codes: CodeRegister): boolean =>
  isUnanswered(code) || codes.has(listOfFact[field], code)

function checkTyped<Field extends string>(
  typed: { readonly [Name in Field]?: string | null | undefined },
  fields: readonly Field[],
): Refusal | undefined {
  const field = fields.find((name) => hasRegisterNumber(typed[name] ?? ''))
  return field ? refuse('register_number', { field }) : undefined
}
