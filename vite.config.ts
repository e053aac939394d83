import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { installable, workerName } from './src/web-install.ts'

const root = import.meta.dirname

/** React Aria brings its sentences in 34 languages; our screens have three. */
const spokenLocales = /\/(nl-NL|fr-FR|en-US)\.mjs$/
const onlySpokenLocales: Plugin = {
  name: 'only-spoken-locales',
  load(id) {
    const isSentences = /\/react-(aria|stately)[^/]*\/.*\/intl\/.*\/[a-z]{2}-[A-Z]{2}\.mjs$/.test(id)
    return isSentences && !spokenLocales.test(id) ? 'export default {}' : null
  },
}

/** Phosphor draws each icon in six weights; ours is the regular one, to a tenth of the 256 that an icon is wide. */
const otherWeights = /\n {2}\[\n {4}"(?:bold|duotone|fill|light|thin)",\n[\s\S]*?\n {2}\],?/g
/** A number within a path, which may touch the one before it. */
const toTenths = (length: string): string => {
  const [, sign = '', digits = ''] = /^(-?)(.*)$/.exec(length) ?? []
  return `${sign || (digits.startsWith('.') ? ' ' : '')}${+Number(digits).toFixed(1)}`
}
const onlyRegularIcons: Plugin = {
  name: 'only-regular-icons',
  transform: {
    filter: { id: /@phosphor-icons\/react\/dist\/defs\// },
    handler: (code) => ({
      code: code.replace(otherWeights, '').replace(/-?\d*\.\d{2,}/g, toTenths),
      map: null,
    }),
  },
}

/** What every page needs travels in one piece: two of them compress a kilobyte worse. A page brings only what is its own. */
const core =
  /node_modules\/(react|react-dom|scheduler|i18next|hono|@tanstack)\/|\/domain\/(request\/offered-code|code-list\/(needed-code|code-list))/
const frame =
  /\/src\/web\/(?!pages\/|local-store|outbox\/|drafts\/|worker\/|typed-field|shell\/(search-box|task-dialog|leave-guard|manage-frame|failure-notice|not-found-page)\.tsx|ui\/(text-field|date-field|time-field|dialog|checkbox|copy-field|chips|finder|full-screen|data-table|facts|progress|panel-button)\.tsx|ui\/(date-field|time-field|copy-field|data-table|panel-button|progress|facts|full-screen)\.css)/

const texts = await readdir(join(root, 'src/text'), { recursive: true, withFileTypes: true })
const marking = createHash('sha256')
const files = texts
  .filter(({ name }) => name.endsWith('.json'))
  .map(({ name, parentPath }) => join(parentPath, name))
for (const file of files.sort()) marking.update(file.slice(root.length)).update(await readFile(file))
const textsMark = marking.digest('base64url').slice(0, 8)

const noting =
  /\/src\/web\/(local-store|outbox\/(outbox|outbox-state|outbox-store|seal|use-sending|device)|drafts\/(opened-key|open-drafts|draft-keeper|draft-key|draft-store)|ui\/chips|pages\/desk\/(theme-icon|question-chips|question-minutes|own-button-query|use-desk-keys|use-desk-choices|desk-query))\.tsx?|\/node_modules\/idb\/|\/domain\/import\/register-number/

const asking = /\/src\/web\/pages\/desk\/(visit-draft|visit-missing|follow-up-draft)\.tsx?/

const toDo =
  /\/src\/web\/(drafts\/kept-to-do|pages\/today\/(to-do-query|tick-off|use-tick-off|tick-button|follow-up-query))\.tsx?/

export default defineConfig({
  root: join(root, 'src/web'),
  base: '/',
  plugins: [react(), onlySpokenLocales, onlyRegularIcons, installable],
  build: {
    outDir: join(root, 'dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // A tablet at a desk is often older than its user would like: colours are lowered for these.
    cssTarget: ['chrome109', 'firefox115', 'safari15.4'],
    // The content policy takes fonts and scripts from this address only, so nothing becomes a data: URL.
    assetsInlineLimit: 0,
    // What a page needs of others it asks for itself: naming it all beforehand cost every first load two kilobytes. Its
    // sheets nobody else asks for.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, names, { hostType }) =>
        hostType === 'html' ? names : names.filter((name) => name.endsWith('.css')),
    },
    // because: schemas are checked by the server; what is left of them here is a call whose value nobody reads
    rolldownOptions: {
      input: {
        main: join(root, 'src/web/index.html'),
        worker: join(root, 'src/web/worker/service-worker.ts'),
      },
      treeshake: { manualPureFunctions: ['z', 'createRoute'] },
      output: {
        // Texts share one mark for all of them: each of its own would weigh on every page, which names them all.
        chunkFileNames: ({ facadeModuleId }) => {
          const text = /\/src\/text\/(\w\w)\/(\w+)\.json$/.exec(facadeModuleId ?? '')
          return text ? `assets/${text[2]}-${text[1]}-${textsMark}.js` : 'assets/[name]-[hash].js'
        },
        entryFileNames: ({ name }) => (name === 'worker' ? workerName : 'assets/[name]-[hash].js'),
        codeSplitting: {
          groups: [
            { name: 'core', test: new RegExp(`${core.source}|${frame.source}`) },
            { name: 'noting', test: noting },
            { name: 'asking', test: asking },
            { name: 'to-do', test: toDo },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
