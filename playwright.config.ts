import { defineConfig } from '@playwright/test'
import { findChromium } from './test/journeys/chromium.ts'

export default defineConfig({
  testDir: 'test/journeys',
  outputDir: 'test-results',
  // One town and one browser: the machine of a city is small, and so is that of a colleague.
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 30_000,
  reporter: 'list',
  use: { launchOptions: await findChromium(), locale: 'nl-BE', screenshot: 'only-on-failure' },
})
