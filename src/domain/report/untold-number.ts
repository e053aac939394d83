import type { Label } from './proposal/statement.ts'
import { type ShareField, shareFields, sharesIn } from './share-field.ts'
import type { ShownReport, ShownShare } from './shown-report.ts'
import type { SnapshotContent } from './snapshot.ts'

/** A number that a frozen report knows and its readers do not: hidden, or counted otherwise in what is published. */
export interface UntoldNumber {
  /** What it is counted of; undefined for the whole report. */
  readonly label: Label | undefined
  readonly requests: number
  /** Null where a percentage says nothing more. */
  readonly percent: number | null
}

/** Every number of the report that is not in what its readers see, `shown`. */
export function untoldNumbers(
  { report, afterThemes = [], helpLevels = [], unfinished = 0, walkedAlong }: SnapshotContent,
  shown: ShownReport,
): UntoldNumber[] {
  return [
    ...(report.total === shown.total ? [] : [{ label: undefined, requests: report.total, percent: null }]),
    // because: the keys of the table are the fields
    ...(Object.keys(shareFields) as ShareField[]).flatMap((field) =>
      untoldShares(field, sharesIn(report, field), sharesIn(shown, field)),
    ),
    ...report.themes.flatMap(({ code, subThemes }) =>
      untoldShares('themes', subThemes, shown.themes.find((theme) => theme.code === code)?.subThemes ?? []),
    ),
    ...report.months
      .filter(
        ({ month, requests }) => shown.months.find((each) => each.month === month)?.requests !== requests,
      )
      .map(({ month, requests }) => ({ label: { field: 'months', code: month }, requests, percent: null })),
    ...report.nationalities.topTen
      .filter(
        ({ country, requests }) =>
          shown.nationalities.topTen.find((each) => each.country === country)?.requests !== requests,
      )
      .map(({ country, requests, percentOfAll }) => ({
        label: { field: 'nationalities', code: country },
        requests,
        percent: percentOfAll,
      })),
    ...(report.population?.groups ?? [])
      .filter(
        ({ country, requests }) =>
          requests > 0 && !shown.nationalities.topTen.some((named) => named.country === country),
      )
      .map(({ country, requests, percentOfRequests }) => ({
        label: { field: 'nationalities', code: country },
        requests,
        percent: percentOfRequests,
      })),
    ...afterThemes.map(({ code, requests, percent }) => ({
      label: { field: 'afterThemes', code },
      requests,
      percent,
    })),
    ...helpLevels.flatMap(({ code, own, percent }) =>
      own === 0 ? [] : [{ label: { field: 'helpLevels', code }, requests: own, percent }],
    ),
    ...(walkedAlong && walkedAlong.requests > 0
      ? [{ label: { field: 'actions', code: 'accompany' }, requests: walkedAlong.requests, percent: null }]
      : []),
    ...(unfinished === 0 ? [] : [{ label: undefined, requests: unfinished, percent: null }]),
  ]
}

type Counted = { readonly code: string; readonly requests: number; readonly percent: number }

const untoldShares = (
  field: ShareField,
  shares: readonly Counted[],
  shown: readonly ShownShare[],
): UntoldNumber[] =>
  shares
    .filter(({ code, requests }) => shown.find((share) => share.code === code)?.requests !== requests)
    .map(({ code, requests, percent }) => ({ label: { field, code }, requests, percent }))
