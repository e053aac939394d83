import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, statSync } from 'node:fs'
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Embedded, openEmbedded } from '../../src/db/embedded/embedded.ts'
import { readServer } from '../../src/db/embedded/embedded-folder.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { runAt } from '../server.ts'
import {
  killEverything,
  killWhileWriting,
  password,
  postmasterOf,
  readWritten,
  startUser,
} from '../torture/embedded-kill.ts'

let home: string
let folder: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'brugwijzer-embedded-'))
  folder = join(home, 'postgres')
})
afterEach(() => rm(home, { recursive: true, force: true }))

// A first start takes seconds, most of them the making of a database. Where that is not what is asked, it was made before.
let made: string
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'brugwijzer-made-'))
  const embedded = await openEmbedded({ folder: join(made, 'postgres'), password })
  if (isRefusal(embedded)) throw new Error(embedded.code)
  await embedded.release()
})
afterAll(() => rm(made, { recursive: true, force: true }))
const settle = () => execFileSync('cp', ['-a', join(made, 'postgres'), folder])

const isRoot = process.getuid?.() === 0

async function open(): Promise<Embedded> {
  const embedded = await openEmbedded({ folder, password })
  if (isRefusal(embedded)) throw new Error(`${embedded.code} ${JSON.stringify(embedded.details)}`)
  return embedded
}
const locks = `select count(*)::int as held from pg_locks where locktype = 'advisory' and mode = 'ShareLock'`
const ask = (embedded: Embedded, sql: string) =>
  runAt(embedded.adminUrl, async (client) => (await client.query(sql)).rows)

describe('the database of Oostdijk', () => {
  test('is made at the first start, keeps its rows over a restart and stops with its last user', async () => {
    const first = await open()
    expect(first.adopted).toBe(false)
    await ask(first, 'create table kept as select 42 as answer')
    await first.release()
    expect(await readServer(folder)).toBeUndefined()
    const second = await open()
    expect(await ask(second, 'select answer from kept')).toEqual([{ answer: 42 }])
    await second.release()
  })

  test('is one database when two processes start for the first time at the same moment', async () => {
    const [one, two] = [startUser(folder, 'write'), startUser(folder, 'write')]
    const opened = [await one.nextLine(), await two.nextLine()]
    expect(opened.every((line) => line?.startsWith('open'))).toBe(true)
    const rows = [Number(await one.nextLine()), Number(await two.nextLine())]
    expect(new Set(rows).size).toBe(2)
    one.child.kill('SIGKILL')
    two.child.kill('SIGKILL')
    expect(await readWritten(folder)).toEqual(expect.arrayContaining(rows))
    expect((await readdir(home)).filter((name) => name.includes('.new-'))).toEqual([])
  })

  test('lives in a folder whose name a shell would take apart', async () => {
    folder = join(home, 'data $HOME "of" Oostdijk', 'postgres')
    const embedded = await open()
    expect(await ask(embedded, 'select 1 as alive')).toEqual([{ alive: 1 }])
    await embedded.release()
  })
})

describe('the database of Oostdijk, made some time ago,', () => {
  beforeEach(settle)

  test('listens on its socket alone, asks for the password and writes every commit to disk', async () => {
    const embedded = await open()
    const [settings] = await ask(
      embedded,
      `select current_setting('listen_addresses') as listens,
      current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits`,
    )
    expect(settings).toEqual({ listens: '', fsync: 'on', commits: 'on' })
    const wrong = embedded.adminUrl.replace(/:[^:@]+@/, ':wrong@')
    await expect(runAt(wrong, (client) => client.query('select 1'))).rejects.toThrow(/password/)
    expect(statSync(join(home, 'run')).mode & 0o077).toBe(0)
    await embedded.release()
  })

  test('is shared by a second process, and neither ends it for the other', async () => {
    const embedded = await open()
    const command = startUser(folder, 'wait')
    expect(await command.nextLine()).toBe('open adopted')
    await command.finish()
    expect(await ask(embedded, 'select 1 as alive')).toEqual([{ alive: 1 }])
    const late = startUser(folder, 'wait')
    await late.nextLine()
    await embedded.release()
    expect(await readServer(folder)).toBeDefined()
    await late.finish()
    expect(await readServer(folder)).toBeUndefined()
  })

  test('starts beside a lock that a power cut left empty, and waits for one that is being written', async () => {
    const lock = join(folder, 'postmaster.pid')
    await writeFile(lock, '')
    const wait = open()
    await utimes(lock, new Date(0), new Date(0))
    const next = await wait
    expect(await ask(next, 'select 1 as one')).toEqual([{ one: 1 }])
    await next.release()
  })

  test('is found alive after kill -9 of the app, with every row', async () => {
    const app = startUser(folder, 'write')
    expect(await app.nextLine()).toBe('open started')
    const rows = [Number(await app.nextLine()), Number(await app.nextLine())]
    app.child.kill('SIGKILL')
    const next = await open()
    expect(next.adopted).toBe(true)
    const found = await ask(next, 'select number::int from written')
    expect(found.map(({ number }) => number)).toEqual(expect.arrayContaining(rows))
    await next.release()
  })

  test('loses no acknowledged row to kill -9 of everything during writes, three times over', async () => {
    const { acknowledged, missing } = await killWhileWriting(folder, 3, (round) => 40 + 60 * round)
    expect(acknowledged).toBe(300)
    expect(missing).toEqual([])
  }, 120_000)

  test('comes back when only its main process was killed and the others still end', async () => {
    const app = startUser(folder, 'write')
    await app.nextLine()
    const row = Number(await app.nextLine())
    process.kill(postmasterOf(folder), 'SIGKILL')
    app.child.kill('SIGKILL')
    expect(await readWritten(folder)).toContain(row)
  })

  test('is still its app’s after a crash: a command that ends then does not stop it', async () => {
    const embedded = await open()
    const crashed = startUser(folder, 'write')
    await crashed.nextLine()
    await crashed.nextLine()
    const [{ pid }] = await ask(
      embedded,
      'select min(pid) as pid from pg_stat_activity where query like $$insert%$$',
    )
    process.kill(pid, 'SIGKILL')
    crashed.child.kill('SIGKILL')
    await expect.poll(() => ask(embedded, locks).catch(() => []), { timeout: 20_000 }).toEqual([{ held: 1 }])
    const command = startUser(folder, 'wait')
    expect(await command.nextLine()).toBe('open adopted')
    await command.finish()
    expect(await ask(embedded, 'select 1 as alive')).toEqual([{ alive: 1 }])
    await embedded.release()
  })

  test('is started again under an app whose server was killed', async () => {
    const embedded = await open()
    killEverything(folder)
    await expect.poll(() => ask(embedded, locks).catch(() => []), { timeout: 20_000 }).toEqual([{ held: 1 }])
    await embedded.release()
  })

  test('writes no name of a person into its log', async () => {
    const embedded = await open()
    await ask(embedded, 'create table person (name text unique)')
    await ask(embedded, `insert into person values ('Amina van Oostdijk')`)
    await expect(ask(embedded, `insert into person values ('Amina van Oostdijk')`)).rejects.toThrow(/unique/)
    await embedded.release()
    expect(await readFile(join(folder, 'server.log'), 'utf8')).not.toContain('Amina')
  })

  test('opens for everybody when ten processes start and stop at the same moment', async () => {
    const users = Array.from({ length: 10 }, () => startUser(folder, 'wait'))
    const opened = await Promise.all(
      users.map(async (user) => {
        const line = await user.nextLine()
        await user.finish()
        return line
      }),
    )
    expect(opened.filter((line) => !line?.startsWith('open'))).toEqual([])
    expect(await readServer(folder)).toBeUndefined()
  }, 60_000)

  test('starts although another program meanwhile has the number of the server that died', async () => {
    const app = startUser(folder, 'write')
    await app.nextLine()
    await app.nextLine()
    killEverything(folder, app.child)
    await writeFile(
      join(folder, 'postmaster.pid'),
      `${process.pid}\n${folder}\n1\n5432\n${home}/run\n\n  1 1\nready\n`,
    )
    expect((await readWritten(folder)).length).toBeGreaterThan(0)
  })

  test('lives in a folder whose path is too long for a socket', async () => {
    const far = join(home, 'a'.repeat(60), 'b'.repeat(60))
    await mkdir(far, { recursive: true })
    await rename(folder, join(far, 'postgres'))
    folder = join(far, 'postgres')
    const embedded = await open()
    expect(await ask(embedded, 'select 1 as alive')).toEqual([{ alive: 1 }])
    await embedded.release()
  })
})

describe('who may run it', () => {
  test.skipIf(!isRoot)('root may, in a folder that nobody else may enter', async () => {
    await chmod(home, 0o700)
    const embedded = await open()
    expect(await ask(embedded, 'select 1 as alive')).toEqual([{ alive: 1 }])
    await embedded.release()
  })

  const nobody = 65_534
  // In a checkout that only root may enter an ordinary user has nothing to start.
  const ways = (path: string): string[] => (dirname(path) === path ? [path] : [path, ...ways(dirname(path))])
  const checkoutIsOpen = ways(process.cwd()).every((way) => (statSync(way).mode & 0o001) === 0o001)
  test.skipIf(!isRoot || !checkoutIsOpen)('an ordinary user may', async () => {
    chownSync(home, nobody, nobody)
    const user = startUser(folder, 'write', { uid: nobody })
    expect(await user.nextLine()).toBe('open started')
    expect(Number(await user.nextLine())).toBe(1)
    expect(statSync(folder).uid).toBe(nobody)
    killEverything(folder, user.child)
  })

  test.skipIf(!isRoot)('root may where it cannot unshare, and opens its folder to nobody', async () => {
    const path = join(home, 'bin')
    await mkdir(path)
    await symlink(
      execFileSync('sh', ['-c', 'command -v setpriv'], { encoding: 'utf8' }).trim(),
      join(path, 'setpriv'),
    )
    for (const line of ['open started', 'open started']) {
      const user = startUser(folder, 'write', { path })
      expect(await user.nextLine()).toBe(line)
      expect(Number(await user.nextLine())).toBeGreaterThan(0)
      expect(statSync(`/proc/${postmasterOf(folder)}`).uid).toBe(nobody)
      killEverything(folder, user.child)
    }
    expect(statSync(home).mode & 0o077).toBe(0)
  })
})

describe('what it cannot mend it says in one refusal, and touches nothing', () => {
  test('data of another PostgreSQL', async () => {
    await mkdir(folder)
    await writeFile(join(folder, 'PG_VERSION'), '14\n')
    expect(await openEmbedded({ folder, password })).toMatchObject({
      code: 'database_other_version',
      details: { version: '14' },
    })
    expect(await readdir(folder)).toEqual(['PG_VERSION'])
  })

  test('a folder that holds something else', async () => {
    await mkdir(folder)
    await writeFile(join(folder, 'letter.txt'), 'Beste Nadia')
    expect(await openEmbedded({ folder, password })).toMatchObject({ refused: true })
    expect(await readdir(folder)).toEqual(['letter.txt'])
  })

  test('a data folder that is a file', async () => {
    await writeFile(join(home, 'file'), '')
    expect(await openEmbedded({ folder: join(home, 'file', 'postgres'), password })).toMatchObject({
      code: 'database_folder_unwritable',
    })
  })

  test('another secret', async () => {
    settle()
    const embedded = await open()
    expect(await openEmbedded({ folder, password: 'of Westdijk' })).toMatchObject({
      code: 'database_other_secret',
    })
    await embedded.release()
  })

  test('damaged files', async () => {
    settle()
    await rm(join(folder, 'global', 'pg_control'))
    expect(await openEmbedded({ folder, password })).toMatchObject({ code: 'database_damaged' })
    expect(existsSync(join(folder, 'base'))).toBe(true)
  })

  // A small disk needs a mount of its own, and only root may make one.
  test.skipIf(!isRoot)('a full disk; every acknowledged row is there when room is made', async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m,mode=0700', 'tmpfs', home])
    try {
      const app = startUser(folder, 'write')
      await app.nextLine()
      const rows = [Number(await app.nextLine()), Number(await app.nextLine())]
      killEverything(folder, app.child)
      execFileSync('sh', ['-c', `cat /dev/zero > ${join(home, 'ballast')} 2>/dev/null || true`])
      expect(await openEmbedded({ folder, password })).toMatchObject({ code: 'database_disk_full' })
      await rm(join(home, 'ballast'))
      expect(await readWritten(folder)).toEqual(expect.arrayContaining(rows))
    } finally {
      execFileSync('umount', ['-l', home])
    }
  })
})
