import { expect, test, vi } from 'vitest'
import type { ReportPassage } from '../../src/contract/report-text.ts'
import { DraftKeeper, isUnsaved, type KeeperTasks } from '../../src/web/pages/report-making/draft-keeper.ts'

const passage = (body: string, version: number): ReportPassage => ({
  ...{ passage: 'requests', chapter: 'requests', number: 4, title: 'Hulpvragen', state: 'proposed' },
  ...{ body, version, proposal: 'Er waren 866 hulpvragen.', sentences: [], telling: [] },
  ...{ editedBy: 'Lies', editedAt: '2026-03-02T09:42:00.000Z' },
})

/** The server as the keeper meets it: it answers when the test says so. */
function meet(tasks: Partial<KeeperTasks> = {}) {
  const asked: {
    body: string
    version: number
    answer: (given: Awaited<ReturnType<KeeperTasks['save']>>) => void
  }[] = []
  const keeper = new DraftKeeper({
    save: (_, { body }, version) =>
      new Promise((answer) => {
        asked.push({ body, version, answer })
      }),
    onSaved: () => undefined,
    ...{ pause: 0, retry: 0 },
    ...tasks,
  })
  keeper.take([passage('', 0)])
  const draft = () => {
    const found = keeper.drafts().get('requests')
    if (!found) throw new Error('the passage is there')
    return found
  }
  const next = (count: number) => vi.waitFor(() => expect(asked).toHaveLength(count))
  return { keeper, draft, asked, next }
}

test('what is typed while it is being saved is saved after it, over the version that came back', async () => {
  const { keeper, draft, asked, next } = meet()
  keeper.write('requests', { body: 'Een' })
  await next(1)
  keeper.write('requests', { body: 'Een druk jaar ' })
  asked[0]?.answer({ kind: 'saved', passage: passage('Een', 1) })
  await next(2)
  expect(asked.map(({ body, version }) => [body, version])).toEqual([
    ['Een', 0],
    ['Een druk jaar ', 1],
  ])
  asked[1]?.answer({ kind: 'saved', passage: passage('Een druk jaar', 2) })
  await vi.waitFor(() => expect(isUnsaved(keeper.drafts())).toBe(false))
  expect(draft().body).toBe('Een druk jaar ')
})

test('without a network nothing is given up: it is tried until it is kept', async () => {
  const { keeper, draft, asked, next } = meet()
  keeper.write('requests', { body: 'Een druk jaar' })
  await next(1)
  asked[0]?.answer({ kind: 'unsent' })
  await next(2)
  expect([draft().phase, isUnsaved(keeper.drafts())]).toEqual(['unsent', true])
  asked[1]?.answer({ kind: 'saved', passage: passage('Een druk jaar', 1) })
  await vi.waitFor(() => expect(draft().phase).toBe('kept'))
})

test('a colleague’s text stands beside it until somebody chooses, and is saved over only then', async () => {
  const { keeper, draft, asked, next } = meet()
  keeper.write('requests', { body: 'Van Lies' })
  await next(1)
  asked[0]?.answer({ kind: 'stale', passage: passage('Van Koen', 3) })
  await vi.waitFor(() => expect(draft().phase).toBe('stale'))
  keeper.take([passage('Van Koen', 4)])
  keeper.retry()
  expect([draft().body, draft().saved.body, asked.length]).toEqual(['Van Lies', 'Van Koen', 1])
  keeper.settle('requests', 'Van Lies')
  await next(2)
  expect(asked[1]).toMatchObject({ body: 'Van Lies', version: 3 })
})

test('what the server refuses stays, with the reason, and is sent again once it is changed', async () => {
  const { keeper, draft, asked, next } = meet()
  keeper.write('requests', { body: '93.05.18-223.61' })
  await next(1)
  asked[0]?.answer({ kind: 'refused', sentence: 'Geen rijksregisternummer.' })
  await vi.waitFor(() => expect(draft().refusal).toBe('Geen rijksregisternummer.'))
  keeper.write('requests', { body: 'Een persoon' })
  expect(draft().refusal).toBeUndefined()
  await next(2)
})

test('a newer text of the server is shown where nothing was typed, and not where something was', () => {
  const { keeper, draft } = meet({ pause: 60_000 })
  keeper.take([passage('Van Koen', 1)])
  expect(draft().body).toBe('Van Koen')
  keeper.write('requests', { body: 'Van Lies' })
  keeper.take([passage('Weer van Koen', 2)])
  expect([draft().body, draft().saved.version]).toEqual(['Van Lies', 1])
})
