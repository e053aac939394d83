import { beforeAll, describe, expect, test } from 'vitest'
import { reportCharts } from '../../src/documents/chart/report-chart.ts'
import { figuresDocument } from '../../src/documents/figures-document.ts'
import { drawPictures, splitPages } from '../../src/documents/page-svg.ts'
import { finishPage, type ReportPages, reportPages } from '../../src/documents/report-pages.ts'
import { localDate } from '../../src/domain/local-date.ts'
import { oostdijkReport, wordsIn } from './oostdijk-report.ts'

const standing = { audience: 'coordinator', on: localDate.parse('2024-06-03'), checksum: null } as const

async function pagesOf(report = oostdijkReport()): Promise<ReportPages> {
  const charts = await reportCharts(report, wordsIn('nl'))
  return reportPages(figuresDocument({ report, charts, language: 'nl', demo: false, standing }))
}

describe('the pages of the report of Oostdijk', () => {
  let made: ReportPages
  beforeAll(async () => {
    made = await pagesOf()
  })

  test('are A4, each with its own letters and nothing beside it to load', async () => {
    expect(made.pages.length).toBeGreaterThan(4)
    for (const { svg, width, height } of made.pages) {
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
      const page = await finishPage(svg)
      expect(page).not.toMatch(/<image|<text|<style| style=|<script|url\(/)
      const defined = new Set([...page.matchAll(/<symbol id="(\w+)"/g)].map(([, id]) => id))
      const used = new Set([...page.matchAll(/xlink:href="#(\w+)"/g)].map(([, id]) => id))
      expect(used).toEqual(defined)
      expect(used.size).toBeGreaterThan(20)
    }
  })

  test('say where each chapter begins, in the order in which they are read', () => {
    const { chapters, pages } = made
    expect(chapters.map(({ title }) => title).slice(0, 2)).toEqual([
      '4 Hulpvragen',
      '5 Wie bereiken we, en wie niet',
    ])
    expect(chapters.at(-1)?.title).toBe('13 Bijlagen')
    expect(chapters.at(-1)?.page).toBeLessThanOrEqual(pages.length)
    const places = chapters.map(({ page, top }) => page + top)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(chapters.every(({ top }) => top > 0 && top < 1)).toBe(true)
    expect(chapters.find(({ code }) => code === 'guides')?.charts).toEqual(['actions', 'whoDidIt'])
  })

  test('stay the same where nothing on them changes', async () => {
    const desks = oostdijkReport().desks.map((desk) => ({ ...desk, code: `${desk.code}!` }))
    const other = await pagesOf(oostdijkReport({ desks }))
    const same = made.pages.map(({ svg }, index) => svg === other.pages[index]?.svg)
    expect(same.filter((is) => !is)).toHaveLength(1)
  })

  test('have the letters of a chart as shapes, stretched to its place', async () => {
    const page = made.pages.find(({ svg }) => svg.includes('<image'))
    const places: string[] = []
    const drawn = await drawPictures(page?.svg ?? '', async (svg) => {
      places.push(/aria-label="([^"]*)"/.exec(svg)?.[1] ?? '')
      return '<svg width="360" height="200" viewBox="0 0 360 200"><path d="M 0 0"/></svg>'
    })
    expect(places[0]).toMatch(/^Hulpvragen per maand\./)
    expect(drawn).toMatch(
      /<svg width="276" height="[\d.]+" preserveAspectRatio="none" viewBox="0 0 360 200">/,
    )
  })
})

test('a picture that is no document of pages is refused', () => {
  expect(() => splitPages('<svg><text>Oostdijk</text></svg>')).toThrow()
})
