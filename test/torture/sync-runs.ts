import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { makeUuid } from '../../src/db/uuid.ts'
import { calm, type Weather } from './bad-network.ts'
import { randomFrom } from './random.ts'
import type { SyncWorld } from './sync-world.ts'

/** What the guide at the browser knows of a visit. Unknown: the page was gone before it said so. */
type Known = 'saved' | 'failed' | 'unknown' | 'undone' | 'perhaps undone'

interface Noted {
  readonly visit: { readonly id: string; readonly requests: readonly { readonly id: string }[] }
  known: Known
}

interface Run {
  readonly world: SyncWorld
  readonly random: () => number
  readonly tabs: Page[]
  readonly noted: Noted[]
}

type Step = (run: Run) => Promise<unknown>

/** What may happen, and how often beside the others. */
const steps: readonly (readonly [number, Step])[] = [
  [8, save],
  [3, undo],
  [2, (run) => evaluate(pick(run, run.tabs), 'send')],
  [2, killPage],
  [1, ({ world }) => world.killServer()],
  [1, ({ world }) => world.admin.query('delete from session')],
  [1, ({ world }) => world.signIn()],
  [
    1,
    (run) =>
      evaluate(pick(run, run.tabs), 'setClock', Math.round((run.random() - 0.5) * 400 * 24 * 3_600_000)),
  ],
  [1, updateApp],
]

const longestPause = 60

/** So many runs, one after the other; how many visits were saved, and what the databank has wrong, each with its seed. */
export async function runMany(world: SyncWorld, firstSeed: number, runs: number) {
  const faults: string[] = []
  let saved = 0
  await world.signIn()
  let tab = await world.openTab()
  for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
    const run = await runOnce(world, seed, tab)
    for (const fault of await findFaults(run)) faults.push(`seed ${seed}: ${fault}`)
    saved += run.noted.filter(({ known }) => known === 'saved').length
    tab = run.rest
  }
  return { saved, faults }
}

/** Breaks what can break while a guide notes in two tabs, and lets it come to rest in one. */
async function runOnce(world: SyncWorld, seed: number, tab: Page) {
  const random = randomFrom(seed)
  const run: Run = { world, random, tabs: [tab, await world.openTab()], noted: [] }
  world.network.weather = storm(random)
  const acts: Promise<unknown>[] = []
  for (let left = 6 + Math.floor(random() * 8); left > 0; left--) {
    // Most of what happens happens while the rest is still going on.
    const act = chooseStep(random)(run).catch(() => undefined)
    acts.push(act)
    if (random() < 0.5) await act
    else await wait(random() * longestPause)
  }
  await Promise.all(acts)
  world.network.weather = calm
  await world.network.settle()
  return { ...run, rest: await comeToRest(run) }
}

const storm = (random: () => number): Weather => ({
  dropped: random() * 0.3,
  unanswered: random() * 0.3,
  stray: random() * 0.3,
  doubled: random() * 0.3,
  late: random(),
})

function chooseStep(random: () => number): Step {
  const all = steps.reduce((sum, [often]) => sum + often, 0)
  let left = random() * all
  for (const [often, step] of steps) {
    left -= often
    if (left < 0) return step
  }
  return save
}

async function save(run: Run): Promise<void> {
  const requests = Array.from({ length: 1 + Math.floor(run.random() * 2) }, () => ({
    id: makeUuid(),
    theme: 'housing',
    actions: ['inform'],
    outcome: 'answered',
  }))
  const visit = { id: makeUuid(), deskId: run.world.town.desk, requests }
  const noted: Noted = { visit, known: 'unknown' }
  run.noted.push(noted)
  const tab = pick(run, run.tabs)
  try {
    await evaluate(tab, 'save', visit)
    noted.known = 'saved'
  } catch {
    // A page that is gone has said nothing; one that is still there keeps the visit in its form.
    noted.known = tab.isClosed() ? 'unknown' : 'failed'
  }
}

async function undo(run: Run): Promise<void> {
  const noted = run.noted.findLast(({ known }) => known === 'saved')
  if (!noted) return
  noted.known = 'perhaps undone'
  await evaluate(pick(run, run.tabs), 'undo', noted.visit)
  noted.known = 'undone'
}

async function killPage(run: Run): Promise<void> {
  const place = Math.floor(run.random() * run.tabs.length)
  await run.tabs[place]?.close({ runBeforeUnload: false })
  run.tabs[place] = await run.world.openTab()
}

/** One tab comes with the newer app; the other is the older one, and meets the newer store. */
async function updateApp(run: Run): Promise<void> {
  run.world.updateApp()
  await killPage(run)
}

/** The network is there, somebody is signed in, every page is of today: what waits goes. */
async function comeToRest({ world, tabs }: Run): Promise<Page> {
  await world.signIn()
  for (const tab of tabs) await tab.close()
  const rest = await world.openTab()
  for (let tries = 0; tries < 5; tries++) {
    await evaluate(rest, 'send')
    if ((await evaluate(rest, 'countWaiting')) === 0) break
  }
  return rest
}

const registered = z.array(z.object({ visit: z.string(), live: z.int(), voided: z.int() }))

async function findFaults({ world: { admin }, noted, rest }: Run & { readonly rest: Page }) {
  const { rows } = await admin.query(
    `select v.id as visit, count(*) filter (where voided_at is null)::int as live,
      count(*) filter (where voided_at is not null)::int as voided
    from visit v join help_request r on r.city_id = v.city_id and r.visit_id = v.id
    where v.id = any ($1) group by v.id`,
    [noted.map(({ visit }) => visit.id)],
  )
  const found = new Map(registered.parse(rows).map((row) => [row.visit, row]))
  const waiting = await evaluate(rest, 'countWaiting')
  return [
    ...(waiting === 0 ? [] : [`${waiting} still wait`]),
    ...noted.flatMap(({ visit, known }) => {
      const { live, voided } = found.get(visit.id) ?? { live: 0, voided: 0 }
      return isRight(known, live, voided, visit.requests.length)
        ? []
        : [`${visit.id}: ${known}, ${live} of ${visit.requests.length} requests live, ${voided} voided`]
    }),
  ]
}

function isRight(known: Known, live: number, voided: number, all: number): boolean {
  switch (known) {
    case 'saved':
      return live === all && voided === 0
    case 'failed':
      return live + voided === 0
    case 'unknown':
      return voided === 0 && (live === 0 || live === all)
    case 'undone':
      return live === 0
    case 'perhaps undone':
      return live + voided <= all
  }
}

const pick = ({ random }: Run, tabs: readonly Page[]): Page => {
  const tab = tabs[Math.floor(random() * tabs.length)]
  if (!tab) throw new Error('there is always a tab')
  return tab
}

const evaluate = (tab: Page, name: string, given?: unknown): Promise<unknown> =>
  tab.evaluate(([method, value]) => Reflect.get(globalThis, 'outbox')[String(method)](value), [name, given])
