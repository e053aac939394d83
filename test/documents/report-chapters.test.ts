import { expect, test } from 'vitest'
import { reportCharts } from '../../src/documents/chart/report-chart.ts'
import { figuresDocument } from '../../src/documents/figures-document.ts'
import { reportHtml } from '../../src/documents/report-html.ts'
import type { StaffLanguage } from '../../src/domain/language.ts'
import { localDate } from '../../src/domain/local-date.ts'
import { demoProject } from './demo-draft.ts'
import { oostdijkReport, wordsIn } from './oostdijk-report.ts'

const charts = await reportCharts(oostdijkReport(), wordsIn('nl'))
const standing = { audience: 'coordinator', on: localDate.parse('2024-06-03'), checksum: null } as const
const text = (passage: 'reach' | 'one_page' | 'ask', isUnread = false) => ({
  ...{ passage, body: `Tekst **${passage}**.\n\n> Ik durf.`, isUnread },
})
const documentIn = (language: StaffLanguage) =>
  figuresDocument({
    ...{ report: oostdijkReport(), charts, language, demo: false, standing, project: demoProject },
    texts: [text('one_page'), text('ask'), text('reach', true)],
    openingDays: ['2023-12-04', '2023-12-05', '2024-01-03'].map((day) => localDate.parse(day)),
    closedDays: [
      { day: localDate.parse('2023-12-25'), because: { holiday: 'christmas' } },
      { day: localDate.parse('2023-12-27'), because: { reason: 'eindejaarssluiting' } },
    ],
  })
const document = documentIn('nl')

test('a report has its numbered chapters in order, and none that has nothing to say', () => {
  expect(document.chapters.map(({ title }) => title)).toEqual([
    '1 In één bladzijde',
    '2 Opdracht en doelstellingen',
    '4 Hulpvragen',
    '5 Wie bereiken we, en wie niet',
    '6 Wat doen toeleiders',
    '13 Bijlagen',
  ])
})

test('words come first, then each figure under its heading, and the request to the college under its own', () => {
  const kinds = (code: string) =>
    document.chapters.find((chapter) => chapter.code === code)?.blocks.map(({ kind }) => kind)
  expect(kinds('one_page')).toEqual(['text', 'heading', 'text'])
  expect(kinds('reach')?.slice(0, 3)).toEqual(['text', 'heading', 'figure'])
  expect(document.notices.at(-1)).toContain('nog niet nagelezen')
})

test('the annexes say what words mean, what is not known, when the desks were open and why not, and who worked along', () => {
  const annexes = document.chapters.at(-1)?.blocks ?? []
  expect(annexes.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual([
    'Wat de cijfers betekenen',
    'Wat niet gevraagd of niet geweten is',
    'Openingsdagen',
    'Gesloten dagen',
    'Partners',
  ])
  const rows = annexes.flatMap((block) => (block.kind === 'table' ? block.rows : []))
  expect(rows).toContainEqual(['december 2023', '4 5', 21])
  expect(rows).toContainEqual(['maandag 25 december 2023', 'Kerstmis'])
  expect(rows).toContainEqual(['woensdag 27 december 2023', 'eindejaarssluiting'])
})

test('a page of it gives each table the name of what stands above it', async () => {
  const html = String(await reportHtml(document))
  const names = [...html.matchAll(/class="data-table-frame" role="group" aria-label="([^"]*)"/g)].map(
    ([, name]) => name,
  )
  expect(new Set(names).size).toBe(names.length)
  expect(html).toContain('<p>Tekst <strong>reach</strong>.</p>')
  expect(html).toContain('<blockquote class="quotation"><p>Ik durf.</p></blockquote>')
})

test('what the city wrote itself is Dutch in a report in another language, and said to be', async () => {
  const page = async (language: StaffLanguage) => String(await reportHtml(documentIn(language)))
  const french = await page('fr')
  expect(french).toContain('<td>Noël</td>')
  expect(french).toContain('<td lang="nl">eindejaarssluiting</td>')
  expect(french).toContain(`<td lang="nl">${demoProject.goals[0]?.goal}</td>`)
  expect(french.split('<em>Les mots de la ville elle-même sont en néerlandais.</em>')).toHaveLength(4)
  expect(await page('nl')).not.toMatch(/lang=|in het Nederlands/)
})
