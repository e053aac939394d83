import highsModule from 'highs'
import type { FindBounds } from '../../domain/report/suppression/exposure.ts'
import type { KnownSum } from '../../domain/report/suppression/known-sums.ts'

// because: its types are those of its CommonJS half, where the function sits one level deeper
const loadHighs = highsModule as unknown as typeof highsModule.default

/** How far a solver of decimals may be off a whole number. */
const tolerance = 1e-6

/** Bounds of sums of whole numbers that are not negative, by linear programming (HiGHS). Throws when no numbers fit. */
export async function boundsFinder(): Promise<FindBounds> {
  const highs = await loadHighs()
  return ({ sums }, variables) => {
    const target = sumOf(variables)
    const rows = sums.flatMap(rowOf).join('\n')
    const solve = (goal: 'Minimize' | 'Maximize') => {
      const { Status, ObjectiveValue } = highs.solve(`${goal}\n${target}\nSubject To\n${rows}\nEnd`, {
        output_flag: false,
      })
      if (Status === 'Unbounded') return Number.POSITIVE_INFINITY
      if (Status !== 'Optimal') throw new Error(`no bounds: ${Status}`)
      return ObjectiveValue
    }
    return {
      least: Math.ceil(solve('Minimize') - tolerance),
      most: Math.floor(solve('Maximize') + tolerance),
    }
  }
}

const sumOf = (variables: readonly number[]): string =>
  variables.map((variable) => `x${variable}`).join(' + ')

function rowOf({ variables, least, most }: KnownSum): string[] {
  if (least === most) return [`${sumOf(variables)} = ${least}`]
  return [
    `${sumOf(variables)} >= ${least}`,
    ...(Number.isFinite(most) ? [`${sumOf(variables)} <= ${most}`] : []),
  ]
}
