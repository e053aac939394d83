import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Whether LibreOffice stands here: tests that need it say so and skip without it. */
export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0

/** A document as LibreOffice prints it. It repairs nothing without asking, and without a screen it cannot ask: it fails. */
export async function printWithLibreOffice(bytes: Uint8Array, extension: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'brugwijzer-office-'))
  try {
    const file = join(folder, `document.${extension}`)
    await writeFile(file, bytes)
    // A profile of its own: a LibreOffice that is open elsewhere would take the work and answer nothing.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file])
    return await readFile(join(folder, 'document.pdf'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

function run(command: string, args: readonly string[]): Promise<void> {
  const child = spawn(command, args, { stdio: 'ignore' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`)),
    )
  })
}
