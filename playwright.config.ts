import { defineConfig } from '@playwright/test'
import { findChromium } from './test/journeys/chromium.ts'

export default defineConfig({
  testDir: 'test/journeys',
  outputDir: 'test-results',
  globalSetup: './test/journeys/before-journeys.ts',
  // Two cores: a town and a browser for each, and every file has its town for itself while it runs.
  workers: 2,
  forbidOnly: true,
  retries: 0,
  // A limit for what hangs, not for a machine that is busy with two towns.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  // Journeys begin as on a device that never saw the app; those about working without a network let it be kept.
  use: {
    launchOptions: await findChromium(),
    locale: 'nl-BE',
    screenshot: 'only-on-failure',
    serviceWorkers: 'block',
  },
})
