import { isRefusal } from '../../src/domain/refusal.ts'
import { monthsOf } from '../../src/domain/report/period.ts'
import type { ShownReport } from '../../src/domain/report/shown-report.ts'
import type { FindBounds } from '../../src/domain/report/suppression/exposure.ts'
import { publicCubeOf } from '../../src/domain/report/suppression/public-cube.ts'
import { hideSmall } from '../../src/domain/report/suppression/public-report.ts'
import type { Publication } from '../../src/domain/report/suppression/publication.ts'
import { planPublication } from '../../src/domain/report/suppression/publication-plan.ts'
import { randomFrom } from './random.ts'
import { randomCity, randomPeriod, reportOf } from './random-city.ts'
import { attack, type Found } from './suppression-attack.ts'

export interface Outcome {
  readonly published: number
  readonly refused: number
  readonly hidden: number
  readonly found: readonly Found[]
}

interface Fault {
  readonly spoil?: (plan: Publication, report: ReturnType<typeof reportOf>) => Publication
  /** What of all that is published a plan looks at. */
  readonly beside?: (plans: readonly Publication[]) => readonly Publication[]
}

/** A random city publishes up to four reports as planned, or with a fault in the planning, and is attacked. */
export function publishAndAttack(
  seed: number,
  findBounds: FindBounds,
  { spoil = (plan) => plan, beside = (plans) => plans }: Fault = {},
): Outcome {
  const random = randomFrom(seed)
  const city = randomCity(random)
  const cube = publicCubeOf(city)
  const plans: Publication[] = []
  const reports: ShownReport[] = []
  let refused = 0
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--) {
    const period = randomPeriod(random)
    const report = reportOf(city, period)
    if (report.total < 5) continue
    const planned = planPublication(cube, monthsOf(period), beside(plans), findBounds)
    if (isRefusal(planned)) {
      refused++
      continue
    }
    const plan = spoil(planned, report)
    plans.push(plan)
    reports.push(hideSmall(report, plan))
  }
  const hidden = plans.reduce((sum, plan) => sum + Object.values(plan.hidden).flat().length, 0)
  return {
    published: reports.length,
    refused,
    hidden,
    found: reports.length > 0 ? attack(cube, reports) : [],
  }
}
