import { randomInt } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import * as contract from '../../contract/client-card.ts'
import { asActor } from '../../db/as-actor.ts'
import { addCardSheet, lookUpCard, replaceCard, stopCard } from '../../db/client/client-card-store.ts'
import { makeUuid } from '../../db/uuid.ts'
import { makeCardCode, readCardCode } from '../../domain/client/card-code.ts'
import { drawPictures } from '../../domain/client/card-picture.ts'
import { cardStateOf, cardsPerSheet } from '../../domain/client/client-card.ts'
import type { CardLanguage } from '../../domain/client/client-rule.ts'
import { clientCardId } from '../../domain/id.ts'
import { type StaffLanguage, staffLanguage } from '../../domain/language.ts'
import { actorOf } from '../../domain/people/session.ts'
import { publicCardPath } from '../../domain/public-address.ts'
import { refuse } from '../../domain/refusal.ts'
import { makeInProcess } from '../../jobs/report/file-process.ts'
import type { RequestEnv } from '../context.ts'
import { answerInvalid, orProblem } from '../problem.ts'
import { forgiveDoors, keyOf, passDoors } from '../sign-in/door.ts'
import { requireRight, signedIn } from '../sign-in/signed-in.ts'
import { cardWordsIn, readCityWords } from './city-words.ts'
import { clientView } from './client-view.ts'

/** A page in this language, else the Dutch one, which says it in every language of the cards too. */
const pageLanguage = (language: CardLanguage): StaffLanguage => staffLanguage.safeParse(language).data ?? 'nl'

const mayServe = [signedIn, requireRight('clients.serve')]

/** Cards that people carry: printing them, and knowing them again. */
export const clientCardRoutes = new OpenAPIHono<RequestEnv>({ defaultHook: answerInvalid })
  .openapi({ ...contract.printCardSheet, middleware: mayServe }, async (c) => {
    const { id, language } = c.req.valid('json')
    const { db, baseUrl, now } = c.var.services
    const { city } = c.var.signedIn
    const actor = actorOf(c.var.signedIn)
    const cards = Array.from({ length: cardsPerSheet }, () => ({
      code: makeCardCode(randomInt),
      pictures: drawPictures(randomInt),
    }))
    const blank = cards.map(({ code, pictures }) => ({
      id: clientCardId.parse(makeUuid()),
      digest: digestOf(c, code),
      pictures,
    }))
    const said = await asActor(db, actor, async (tx) => {
      orProblem(await addCardSheet(tx, actor, id, blank))
      return readCityWords(tx)
    })
    const address = `${baseUrl}${publicCardPath({ city: city.code, language: pageLanguage(language) })}`
    const words = { dutch: cardWordsIn(said, 'nl'), other: cardWordsIn(said, language) }
    const createdAt = Math.floor(now().getTime() / 1000)
    const sheet = { city: city.name, address, ...words, cards, createdAt }
    c.header('content-disposition', 'inline; filename="brugwijzer-wegwijskaarten.pdf"')
    const bytes = await makeInProcess('cards', sheet)
    return c.body(Uint8Array.from(bytes), 201, { 'content-type': 'application/pdf' })
  })
  .openapi({ ...contract.lookUpCard, middleware: mayServe }, async (c) => {
    const code = readCardCode(c.req.valid('json').code) ?? orProblem<string>(refuse('card_code_wrong'))
    const { db, now } = c.var.services
    const actor = actorOf(c.var.signedIn)
    const doors = [{ kind: 'card', key: keyOf(c, `card ${actor.memberId}`) }] as const
    await passDoors(c, doors)
    const digest = digestOf(c, code)
    const found = await asActor(db, actor, (tx) => lookUpCard(tx, actor, digest, now()))
    if (!found) return orProblem<never>(refuse('card_unknown'))
    await forgiveDoors(c, doors)
    const { card, client } = found
    const view = { id: card.id, state: cardStateOf(card), pictures: [...card.pictures] }
    return c.json({ ...view, client: client ? clientView(client) : null }, 200)
  })
  .openapi({ ...contract.replaceCard, middleware: mayServe }, async (c) => {
    const { db, now } = c.var.services
    const actor = actorOf(c.var.signedIn)
    const { id: lost } = c.req.valid('param')
    const { cardId: by } = c.req.valid('json')
    orProblem(await asActor(db, actor, (tx) => replaceCard(tx, actor, { lost, by, now: now() })))
    return c.body(null, 204)
  })
  .openapi({ ...contract.stopCard, middleware: mayServe }, async (c) => {
    const { db, now } = c.var.services
    const actor = actorOf(c.var.signedIn)
    const { id } = c.req.valid('param')
    orProblem(await asActor(db, actor, (tx) => stopCard(tx, actor, id, now())))
    return c.body(null, 204)
  })

/** What the database knows of a code: nothing without the secret of this installation. */
const digestOf = (c: Context<RequestEnv>, code: string): string =>
  keyOf(c, `card ${c.var.signedIn.city.id} ${code}`)
