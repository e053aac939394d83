import { OpenAPIHono } from '@hono/zod-openapi'
import {
  listPopulations as listPopulationsRoute,
  type Population,
  putPopulation as putPopulationRoute,
  readPopulation,
  removePopulation as removePopulationRoute,
} from '../contract/population.ts'
import { asActor } from '../db/as-actor.ts'
import {
  type KeptPopulation,
  listPopulations,
  putPopulation,
  removePopulation,
} from '../db/report/population-store.ts'
import { makeLookup } from '../domain/import/import-lookup.ts'
import { nationalityNames } from '../domain/import/import-nationality.ts'
import { hasRegisterNumber } from '../domain/import/register-number.ts'
import { actorOf } from '../domain/people/session.ts'
import { refuse } from '../domain/refusal.ts'
import { checkCountedOn } from '../domain/report/population.ts'
import { readPopulationList } from '../domain/report/population-list.ts'
import { countryName, localDateIn } from '../text/format.ts'
import { cldrNames } from '../text/world-names.ts'
import type { RequestEnv } from './context.ts'
import { answerInvalid, orProblem } from './problem.ts'
import { requireRight, signedIn } from './sign-in/signed-in.ts'
import { etagOf, readVersion, versionOrNew } from './version.ts'

const mayWrite = [signedIn, requireRight('reports.write')]

export const populationRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...listPopulationsRoute, middleware: mayWrite }, async (c) => {
    const kept = await asActor(c.var.services.db, actorOf(c.var.signedIn), listPopulations)
    return c.json({ items: kept.map(answer) }, 200)
  })
  .openapi({ ...readPopulation, middleware: mayWrite }, async (c) => {
    const { language } = c.req.valid('query')
    const { find } = makeLookup(nationalityNames(cldrNames()))
    const lines = readPopulationList(c.req.valid('json').text, (name) => find(name).codes)
    const labelled = lines.map((line) => ({
      ...line,
      label: line.country && countryName(language, line.country),
    }))
    return c.json({ lines: labelled }, 200)
  })
  .openapi({ ...putPopulationRoute, middleware: mayWrite }, async (c) => {
    const wanted = { ...c.req.valid('param'), ...c.req.valid('json') }
    const version = versionOrNew(c)
    const { services, signedIn: who } = c.var
    if (hasRegisterNumber(wanted.source)) orProblem(refuse('register_number', { field: 'source' }))
    orProblem(checkCountedOn(wanted.countedOn, localDateIn(services.now(), who.city.timeZone)))
    const actor = actorOf(who)
    const { population, isNew } = orProblem(
      await asActor(services.db, actor, (tx) => putPopulation(tx, actor, wanted, version)),
    )
    c.header('etag', etagOf(population.version))
    return c.json(answer(population), isNew ? 201 : 200)
  })
  .openapi({ ...removePopulationRoute, middleware: mayWrite }, async (c) => {
    const { countedOn } = c.req.valid('param')
    const version = readVersion(c)
    const { services, signedIn: who } = c.var
    const actor = actorOf(who)
    const now = services.now()
    orProblem(await asActor(services.db, actor, (tx) => removePopulation(tx, actor, countedOn, version, now)))
    return c.body(null, 204)
  })

const answer = ({ groups, ...population }: KeptPopulation): Population => ({
  ...population,
  groups: [...groups],
})
