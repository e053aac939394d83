import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { asActor, askAsActor } from '../../db/as-actor.ts'
import { findCity } from '../../db/city/city-store.ts'
import { type Desk, listDesks } from '../../db/city/desk-store.ts'
import type { Question } from '../../db/database.ts'
import {
  askHead,
  askHeads,
  askPublishedText,
  headsIn,
  type PublicationHead,
  publishedIn,
} from '../../db/report/publication-store.ts'
import { type City, cityCode } from '../../domain/city.ts'
import { publicationId } from '../../domain/id.ts'
import { staffLanguage } from '../../domain/language.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { type DataFormat, publicCardPath, publicReportsPath } from '../../domain/public-address.ts'
import { cardPage, type OpenDesk } from '../../site/card-page.ts'
import { languageChoicePage, notFoundPage } from '../../site/not-found-page.ts'
import { reportListPage } from '../../site/report-list-page.ts'
import { withdrawnPage } from '../../site/report-page.ts'
import { findSiteFile, siteFilePattern } from '../../site/site-file.ts'
import { localDateIn } from '../../text/format.ts'
import type { RequestEnv } from '../context.ts'
import { answerEverybody } from './public-answer.ts'
import { publishedCsv, publishedPage } from './published-form.ts'

interface SiteEnv {
  Variables: RequestEnv['Variables'] & { city: City }
}

/** The city and the language of the address. */
const atPlace = createMiddleware<SiteEnv>(async (c, next) => {
  const known = staffLanguage.safeParse(c.req.param('language'))
  if (!known.success) {
    const page = languageChoicePage((other) => c.req.path.replace(/^(\/[^/]+)\/[^/]+/, `$1/${other}`))
    return c.html(page, 404)
  }
  c.set('language', known.data)
  const code = cityCode.safeParse(c.req.param('city'))
  const city = code.success ? await findCity(c.var.services.db, code.data) : undefined
  if (!city) return c.html(notFoundPage(known.data), 404)
  c.set('city', city)
  return next()
})

// because: the gaps of the pattern stand where the parts of the address do
const anyPlace = { city: ':city', language: ':language' as 'nl' }
const reportsPattern = publicReportsPath(anyPlace)

/** What the world may read of a city, in pages without script or cookie. */
export const siteRoutes = new Hono<SiteEnv>()
  .get(siteFilePattern, (c) => {
    const file = findSiteFile(c.req.param('name'))
    if (!file) return c.html(notFoundPage(c.var.language), 404)
    c.header('cache-control', 'public, max-age=31536000, immutable')
    c.header('content-type', file.type)
    return c.body(Uint8Array.from(file.bytes))
  })
  .get(reportsPattern, atPlace, async (c) => {
    const { city, language } = c.var
    const heads = headsIn(await ask(c, askHeads(c.var.services.db.app, {})))
    const key = JSON.stringify([language, city, heads])
    return answerEverybody(c, page, key, async () => String(await reportListPage({ city, language }, heads)))
  })
  .get(`${reportsPattern}/:file`, atPlace, async (c) => {
    const { city, language } = c.var
    const wanted = readFileName(c.req.param('file'))
    const [head] = wanted ? headsIn(await ask(c, askHead(c.var.services.db.app, wanted))) : []
    if (!wanted || !head) return c.html(notFoundPage(language, city), 404)
    if (head.withdrawn) return c.html(withdrawnPage({ city, language }, head), wanted.format ? 410 : 200)
    return wanted.format ? answerData(c, head, wanted.format) : answerPage(c, head)
  })

  .get(publicCardPath(anyPlace), atPlace, async (c) => {
    const { city, language, services } = c.var
    const desks = openDesks(
      await asActor(services.db, { kind: 'public', cityId: city.id }, listDesks),
      localDateIn(services.now(), city.timeZone),
    )
    const key = JSON.stringify(['card', language, city, desks])
    return answerEverybody(c, page, key, async () => String(await cardPage({ city, language }, desks)))
  })

/** What is open to people now, by the hours that hold today. */
const openDesks = (desks: readonly Desk[], today: LocalDate): OpenDesk[] =>
  desks
    .filter(({ lastDay }) => lastDay === null || lastDay >= today)
    .map(({ name, timetables }) => ({
      name,
      spans: timetables.findLast(({ from }) => from <= today)?.spans ?? [],
    }))

const page = 'text/html; charset=utf-8'
const dataTypes = { csv: 'text/csv; charset=utf-8; header=present', json: 'application/json' } as const

/** `{id}`, `{id}.csv` or `{id}.json` */
function readFileName(file: string) {
  const [, name, format] = /^([^.]+)(?:\.(csv|json))?$/.exec(file) ?? []
  const id = publicationId.safeParse(name)
  // because: the pattern lets nothing else pass
  return id.success ? { id: id.data, format: format as DataFormat | undefined } : undefined
}

const ask = <Row>(c: Context<SiteEnv>, question: Question<Row>): Promise<Row[]> =>
  askAsActor(c.var.services.db, { kind: 'public', cityId: c.var.city.id }, question)

const answerPage = (c: Context<SiteEnv>, head: PublicationHead) => {
  const { city, language } = c.var
  return answerEverybody(c, page, keyOf(c, head), async () =>
    String(await publishedPage({ city, language }, head, publishedIn(await readText(c, head)))),
  )
}

function answerData(c: Context<SiteEnv>, head: PublicationHead, format: DataFormat) {
  const { city, language } = c.var
  c.header(
    'content-disposition',
    `attachment; filename="brugwijzer-${city.code}-${head.from}-${head.to}-${language}.${format}"`,
  )
  // Open data: the pages of others may read it too.
  c.header('access-control-allow-origin', '*')
  return answerEverybody(c, dataTypes[format], keyOf(c, head), async () => {
    const text = await readText(c, head)
    return format === 'json' ? text : publishedCsv({ city, language }, head, publishedIn(text))
  })
}

const keyOf = (c: Context<SiteEnv>, head: PublicationHead): string =>
  JSON.stringify([c.var.language, c.var.city, head])

async function readText(c: Context<SiteEnv>, { id }: PublicationHead): Promise<string> {
  const [row] = await ask(c, askPublishedText(c.var.services.db.app, { id }))
  if (!row) throw new Error('what was published is gone')
  return row.content
}
