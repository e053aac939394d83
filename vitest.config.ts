import { defineConfig } from 'vitest/config'

const pure = 'test/{domain,text,web,documents}/**/*.test.ts'

export default defineConfig({
  test: {
    // A file waits for PostgreSQL, for processes and for clocks: two at a time fill two cores.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    projects: [
      // No database and nothing that outlives a file: what one has loaded, the next need not load again.
      { extends: true, test: { name: 'pure', include: [pure], isolate: false } },
      {
        extends: true,
        test: {
          name: 'town',
          include: ['test/**/*.test.ts'],
          exclude: ['test/journeys/**', pure],
          globalSetup: ['test/server.ts'],
        },
      },
    ],
  },
})
