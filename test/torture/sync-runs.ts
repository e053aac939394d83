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
  /** What its first question asks to be done, and what is known of ticking that off. */
  readonly followUp: {
    readonly id: string
    readonly what: string
    readonly dueOn: string
    readonly version: 1
  }
  ticked?: Known
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
  [4, tick],
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

/** So many runs, one after the other; how much was saved and ticked off, and what the databank has wrong, each with its seed. */
export async function runMany(world: SyncWorld, firstSeed: number, runs: number) {
  const faults: string[] = []
  let saved = 0
  let ticked = 0
  await world.signIn()
  let tab = await world.openTab()
  for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
    const run = await runOnce(world, seed, tab)
    for (const fault of await findFaults(run)) faults.push(`seed ${seed}: ${fault}`)
    saved += run.noted.filter(({ known }) => known === 'saved').length
    ticked += run.noted.filter((one) => one.ticked === 'saved').length
    tab = run.rest
  }
  return { saved, ticked, faults }
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
  const followUp = { id: makeUuid(), what: `nabellen${scribble(run)}`, dueOn: '2026-12-04' }
  const requests = Array.from({ length: 1 + Math.floor(run.random() * 2) }, (_, place) => ({
    id: makeUuid(),
    followUps: place === 0 ? [{ ...followUp, sender: null }] : [],
    theme: 'housing',
    actions: ['inform'],
    outcome: 'answered',
    ...Object.fromEntries(typedFields.map((field) => [field, scribble(run)])),
  }))
  const receivedAt = await evaluate(pick(run, run.tabs), 'now')
  const visit = { id: makeUuid(), deskId: run.world.town.desk, receivedAt, requests }
  const noted: Noted = { visit, known: 'unknown', followUp: { ...followUp, version: 1 } }
  run.noted.push(noted)
  noted.known = await keep(run, 'save', visit)
}

const typedFields = ['referredTo', 'tip', 'ownWords', 'note'] as const

/** What anybody may type or paste in any text. */
const scribble = ({ random }: Run): string =>
  Array.from({ length: Math.floor(random() * 4) }, () => keys[Math.floor(random() * keys.length)]).join('')
const keys = ['bel', ' ', '\n', '\r\n', '\t', '\u200B', 'क़', '😀']

/** Ticks off what a visit asked, which may itself still wait. */
async function tick(run: Run): Promise<void> {
  const noted = run.noted.find(({ known, ticked }) => known === 'saved' && ticked === undefined)
  if (!noted) return
  noted.ticked = 'unknown'
  noted.ticked = await keep(run, 'tick', noted.followUp)
}

async function keep(run: Run, name: string, given: unknown): Promise<Known> {
  const tab = pick(run, run.tabs)
  try {
    await evaluate(tab, name, given)
    return 'saved'
  } catch {
    // A page that is gone has said nothing; one that is still there keeps the visit in its form.
    return tab.isClosed() ? 'unknown' : 'failed'
  }
}

async function undo(run: Run): Promise<void> {
  const noted = run.noted.findLast(({ known, ticked }) => known === 'saved' && ticked === undefined)
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

const done = z.array(z.object({ id: z.string(), times: z.int() }))

/** Of each that was ticked off: how often it became another. */
async function countDone({ world: { admin }, noted }: Run) {
  const { rows } = await admin.query(
    'select id, version - 1 as times from follow_up where id = any ($1) and done_at is not null',
    [noted.map(({ followUp }) => followUp.id)],
  )
  return new Map(done.parse(rows).map(({ id, times }) => [id, times]))
}

const registered = z.array(z.object({ visit: z.string(), live: z.int(), voided: z.int() }))

async function findFaults(run: Run & { readonly rest: Page }) {
  const { world, noted, rest } = run
  const { admin } = world
  const done = await countDone(run)
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
    ...noted.flatMap(({ followUp, ticked }) => {
      const times = done.get(followUp.id) ?? 0
      const wanted = ticked === 'unknown' ? [0, 1] : [ticked === 'saved' ? 1 : 0]
      return wanted.includes(times) ? [] : [`${followUp.id}: ticked off ${ticked}, done ${times} times`]
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
