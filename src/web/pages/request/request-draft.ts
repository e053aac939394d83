import { hasRegisterNumber } from '../../../domain/import/register-number.ts'
import { differencesOf } from '../../../domain/request/request-difference.ts'
import type { RequestFacts } from '../../../domain/request/request-fact.ts'
import type { RequestField } from '../../../domain/request/request-field.ts'
import { isTime } from '../../ui/time-text.ts'
import { factGroups } from './fact-group.ts'

/** What is wrong with a draft before anybody asks the server, field by field. */
export type DraftFault = 'registerNumber' | 'future' | 'noTime'

export function faultsOf(draft: RequestFacts, today: string): ReadonlyMap<RequestField, DraftFault> {
  const typed = ['neighbourhood', 'referredTo', 'tip', 'ownWords'] as const
  const faults = new Map<RequestField, DraftFault>()
  for (const field of typed) if (hasRegisterNumber(draft[field] ?? '')) faults.set(field, 'registerNumber')
  if (draft.receivedOn > today) faults.set('receivedOn', 'future')
  if (draft.receivedTime !== null && !isTime(draft.receivedTime)) faults.set('receivedTime', 'noTime')
  return faults
}

/** Another theme has other sub-themes. */
export const withTheme = (draft: RequestFacts, theme: string): RequestFacts => ({
  ...draft,
  theme,
  subTheme: theme === draft.theme ? draft.subTheme : null,
})

/**
 * What is chosen as one: a theme and its sub-theme, words and whether they may be quoted. Half of mine and half of a
 * colleague's would be nobody's.
 */
export type Clash = Exclude<RequestField, 'subTheme' | 'mayQuote'>

export const fieldsOf = (clash: Clash): readonly RequestField[] =>
  clash === 'theme' ? ['theme', 'subTheme'] : clash === 'ownWords' ? ['ownWords', 'mayQuote'] : [clash]

const clashOf = (field: RequestField): Clash =>
  field === 'subTheme' ? 'theme' : field === 'mayQuote' ? 'ownWords' : field

export type Side = 'mine' | 'theirs'

/** What both sides changed since they began at the same version, and whose it is unless somebody chooses otherwise. */
export function clashesOf(
  base: RequestFacts,
  mine: RequestFacts,
  theirs: RequestFacts,
): { readonly clash: Clash; readonly preset: Side | undefined }[] {
  const [ours, others] = [changedOf(base, mine), changedOf(base, theirs)]
  const apart = changedOf(mine, theirs)
  return clashOrder
    .filter((clash) => apart.has(clash))
    .map((clash) => ({
      clash,
      preset: !others.has(clash) ? 'mine' : ours.has(clash) ? undefined : 'theirs',
    }))
}

/** As the page shows them. */
const clashOrder: readonly Clash[] = factGroups.flatMap(({ fields }) =>
  fields.flatMap((field) => (clashOf(field) === field ? [clashOf(field)] : [])),
)

const changedOf = (one: RequestFacts, other: RequestFacts): ReadonlySet<Clash> =>
  new Set(
    differencesOf(one, other).flatMap(({ field }) =>
      field === 'voided' || field === 'guideId' ? [] : [clashOf(field)],
    ),
  )

/** Their version with mine wherever mine was chosen. */
export function settle(
  mine: RequestFacts,
  theirs: RequestFacts,
  sides: ReadonlyMap<Clash, Side>,
): RequestFacts {
  const chosen = [...sides].flatMap(([clash, side]) => (side === 'theirs' ? [] : fieldsOf(clash)))
  return { ...theirs, ...Object.fromEntries(chosen.map((field) => [field, mine[field]])) }
}

/** What every field of the form is given. */
export interface FormPart {
  readonly draft: RequestFacts
  readonly onDraft: (draft: RequestFacts) => void
  readonly faults: ReadonlyMap<RequestField, DraftFault>
}
