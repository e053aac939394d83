import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const root = join(import.meta.dirname, '..')
const built = join(root, 'dist/web')
const sources = [
  'src/{web,domain,contract,text}/**/*.{ts,tsx,css,json,html,svg,webmanifest}',
  'src/web-install.ts',
  'vite.config.ts',
  'package-lock.json',
]

/**
 * The built web app, made anew when its sources changed. The build is a child process, so the API answers meanwhile;
 * it lands in one rename, so nobody is ever served half of it. Rejects with Vite's own words when the build fails.
 */
export function openWebBuild(): { folder: string; isReady: () => boolean; done: Promise<void> } {
  let ready = false
  const done = buildWhenChanged().then(() => {
    ready = true
  })
  return { folder: built, isReady: () => ready, done }
}

async function buildWhenChanged(): Promise<void> {
  const digest = await digestSources()
  if ((await readDigest(built)) === digest) return
  const fresh = beside(built)
  await mkdir(fresh, { recursive: true })
  try {
    await runVite(fresh)
    await compress(fresh)
    await writeFile(join(fresh, sourcesName), digest)
    await landBuild(fresh, built)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

/**
 * Puts a whole build where it is served from, by renames alone: whoever starts at the same moment lands before or after,
 * and never in between. What stood there is moved away first; when another's build of the same sources is there by then,
 * that one stays.
 */
export async function landBuild(fresh: string, target: string): Promise<void> {
  for (;;) {
    try {
      return await rename(fresh, target)
    } catch (error) {
      if (!isTaken(error)) throw error
    }
    if ((await readDigest(target)) === (await readDigest(fresh))) return
    const old = beside(target)
    // Another may have moved it away first.
    await rename(target, old).catch((error: unknown) => {
      if (!isCode(error, 'ENOENT')) throw error
    })
    await rm(old, { recursive: true, force: true })
  }
}

/** A name that nobody else has. */
const beside = (folder: string) => `${folder}-${randomUUID()}`

const sourcesName = '.sources'
const readDigest = (folder: string) => readFile(join(folder, sourcesName), 'utf8').catch(() => '')

/** A folder with something in it gives way to no other: each system says it in its own words. */
const isTaken = (error: unknown) =>
  isCode(error, 'ENOTEMPTY') || isCode(error, 'EEXIST') || isCode(error, 'EPERM')
const isCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code

async function digestSources(): Promise<string> {
  const hash = createHash('sha256')
  const files = await Array.fromAsync(glob(sources, { cwd: root }))
  for (const file of files.sort()) hash.update(file).update(await readFile(join(root, file)))
  return hash.digest('hex')
}

function runVite(outDir: string): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--outDir', outDir, '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  child.stdout.on('data', (data) => (words += data))
  child.stderr.on('data', (data) => (words += data))
  // A server that is stopped meanwhile leaves nobody behind who works for nobody.
  const stop = () => child.kill()
  process.once('exit', stop)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      process.off('exit', stop)
      if (code === 0) resolve()
      else reject(new Error(`vite build: ${words}`))
    })
  })
}

const brotli = promisify(brotliCompress)

/** Once at build time instead of at every answer. */
async function compress(folder: string): Promise<void> {
  const files = await Array.fromAsync(glob('**/*.{js,css,html,json,svg,webmanifest}', { cwd: folder }))
  for (const file of files) {
    const packed = await brotli(await readFile(join(folder, file)), {
      params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
    })
    await writeFile(join(folder, `${file}.br`), packed)
  }
}
