import { join } from 'node:path'
import { build } from 'vite'

// Builds the page of the torture runs into a folder, in a process of its own: node build-page.ts FOLDER

await build({
  configFile: false,
  logLevel: 'error',
  base: '/torture/',
  build: {
    outDir: process.argv[2] ?? '',
    minify: false,
    modulePreload: false,
    rolldownOptions: {
      input: join(import.meta.dirname, 'sync-page.ts'),
      output: { entryFileNames: 'entry.js' },
    },
  },
})
