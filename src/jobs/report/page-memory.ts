import { createHash } from 'node:crypto'
import { wordedReport } from '../../documents/format/report-file.ts'
import { finishPage, reportPages } from '../../documents/report-pages.ts'
import type { CityId } from '../../domain/id.ts'
import type { PageAsked, PageList, PagesAsked } from './report-works.ts'

/** Somebody who writes looks at one report, for two audiences at most; three such people may do so at once. */
const mostReports = 6

interface KeptPages {
  readonly key: string
  readonly cityId: CityId
  readonly list: PageList
  readonly pages: ReadonlyMap<string, string>
}

/** The reports whose pages were asked for last, the newest first. */
let kept: readonly KeptPages[] = []

/** Sets the pages of a report, or finds them where nothing changed since. */
export async function listPages({ cityId, source }: PagesAsked): Promise<PageList> {
  const key = digestOf(JSON.stringify([cityId, source]))
  const found = kept.find((one) => one.key === key) ?? (await setPages(cityId, source, key))
  kept = [found, ...kept.filter((one) => one !== found)].slice(0, mostReports)
  return found.list
}

async function setPages(cityId: CityId, source: PagesAsked['source'], key: string): Promise<KeptPages> {
  const { pages, chapters } = reportPages((await wordedReport(source)).document)
  const digests = pages.map(({ svg }) => digestOf(svg))
  const { width = 0, height = 0 } = pages[0] ?? {}
  return {
    key,
    cityId,
    list: { digests, width, height, chapters },
    pages: new Map(pages.map(({ svg }, index) => [digests[index] ?? '', svg])),
  }
}

/** A page of a report of that city as an SVG; undefined when its report is kept no longer. */
export async function findPage({ cityId, digest }: PageAsked): Promise<string | undefined> {
  const page = kept.find((one) => one.cityId === cityId && one.pages.has(digest))?.pages.get(digest)
  return page && finishPage(page)
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')
