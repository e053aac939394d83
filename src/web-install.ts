import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import type { Plugin } from 'vite'
import { paths } from './web/paths.ts'

/** Where its page finds it: it works for the folder that it stands in, and all below. */
export const workerName = 'service-worker.js'

/**
 * What makes the app one that is installed and opens without a network: its icons, and in the service worker the list of
 * what it keeps.
 */
export const installable: Plugin = {
  name: 'installable',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      for (const [fileName, source] of await drawIcons()) this.emitFile({ type: 'asset', fileName, source })
      const worker = bundle[workerName]
      if (worker?.type !== 'chunk') throw new Error(`the build has no ${workerName}`)
      const kept = Object.values(bundle).filter(({ fileName }) => isKept(fileName))
      const version = createHash('sha256')
      for (const file of kept) version.update(file.type === 'chunk' ? file.code : file.source)
      const built = {
        version: `app-${version.update(worker.code).digest('hex').slice(0, 16)}`,
        files: kept.map(({ fileName }) => `/${fileName}`).sort(),
        starts: [...new Set(Object.values(paths).map((path) => path.split('/')[1]))],
      }
      worker.code = worker.code.replace('__BUILT__', JSON.stringify(built))
    },
  },
}

/** Every page and dialog in the languages of the staff, and their letters: whoever is at work has them all. */
const isKept = (fileName: string): boolean =>
  fileName === 'index.html' || /^assets\/(.*\.(js|css|svg)|noto-sans-latin-.*\.woff2)$/.test(fileName)

async function drawIcons(): Promise<[string, Uint8Array][]> {
  const require = createRequire(import.meta.url)
  await initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')))
  const mark = await readFile(join(import.meta.dirname, 'web/brugwijzer.svg'), 'utf8')
  // Phones cut their own shape out of this one: the ground goes on to its edges.
  const whole = mark
    .replace('0 0 32 32', '-4 -4 40 40')
    .replace(/<rect [^>]*\/>/, (ground) =>
      ground.replace(/width="32" height="32" rx="7"/, 'x="-4" y="-4" width="40" height="40"'),
    )
  return [
    ['icon-180.png', draw(whole, 180)],
    ['icon-192.png', draw(mark, 192)],
    ['icon-512.png', draw(mark, 512)],
    ['icon-maskable.png', draw(whole, 512)],
  ]
}

const draw = (svg: string, width: number): Uint8Array =>
  new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng()
