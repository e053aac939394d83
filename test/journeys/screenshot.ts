import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { startServer } from '../cli/run-command.ts'
import { findChromium } from './chromium.ts'

// node test/journeys/screenshot.ts: makes the README's picture from the demo town as it is today.

const data = await mkdtemp(join(tmpdir(), 'brugwijzer-picture-'))
const server = await startServer(data, {})
const browser = await chromium.launch(await findChromium())
const page = await browser.newPage({ viewport: { width: 1200, height: 860 }, locale: 'nl-BE' })
await page.goto(server.url)
await page.getByRole('button', { name: 'Coördinator' }).click()
await page.getByRole('link', { name: 'Rapporten' }).click()
await page.getByRole('heading', { name: 'Hulpvragen per maand' }).waitFor()
await mkdir('docs/images', { recursive: true })
await page.screenshot({ path: 'docs/images/report.png' })
await browser.close()
await server.stop()
await rm(data, { recursive: true })
